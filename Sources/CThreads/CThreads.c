#define _GNU_SOURCE
#include "CThreads.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <unistd.h>

int threads_at_once(void) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
  // More processors than such a set can name.
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

struct beginning {
  cpu_set_t allowed;
  int is_placed;
  void *(*body)(void *);
  void *argument;
};

static void *begin(void *argument) {
  struct beginning beginning = *(struct beginning *)argument;
  free(argument);
  if (beginning.is_placed) sched_setaffinity(0, sizeof beginning.allowed, &beginning.allowed);
  return beginning.body(beginning.argument);
}

/// The processor for a thread: the next one behind that of the calling thread, and so on in a circle that leaves it out.
static int place(int turn, const cpu_set_t *allowed) {
  int others = CPU_COUNT(allowed) - 1, here = sched_getcpu();
  if (others < 1 || here < 0) return -1;
  int left = turn % others, processor = here;
  do {
    processor = (processor + 1) % CPU_SETSIZE;
    if (processor != here && CPU_ISSET(processor, allowed)) left--;
  } while (left >= 0);
  return processor;
}

/// Begins a thread on a processor, or wherever the system likes where that is negative.
static int begin_on(int processor, struct beginning *beginning) {
  pthread_attr_t attributes;
  int fault = pthread_attr_init(&attributes);
  if (fault) return fault;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  beginning->is_placed = processor >= 0;
  if (beginning->is_placed) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(processor, &one);
    fault = pthread_attr_setaffinity_np(&attributes, sizeof one, &one);
  }
  pthread_t thread;
  if (!fault) fault = pthread_create(&thread, &attributes, begin, beginning);
  pthread_attr_destroy(&attributes);
  return fault;
}

int threads_begin(int turn, void *(*body)(void *), void *argument) {
  struct beginning *beginning = malloc(sizeof *beginning);
  if (!beginning) return ENOMEM;
  *beginning = (struct beginning){.body = body, .argument = argument};
  int processor = -1;
  if (sched_getaffinity(0, sizeof beginning->allowed, &beginning->allowed) == 0)
    processor = place(turn, &beginning->allowed);
  int fault = begin_on(processor, beginning);
  // A system may let nobody choose, or have taken the processor away meanwhile.
  if (fault && processor >= 0) fault = begin_on(-1, beginning);
  if (fault) free(beginning);
  return fault;
}

struct threads_monitor {
  pthread_mutex_t mutex;
  pthread_cond_t condition;
};

/// So often a thread looks again before it sleeps, each time after a pause of some 0.7 µs.
static const int patience = 160;

static void rest(void) {
  for (int turn = 0; turn < 32; turn++) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
  }
}

threads_monitor *threads_monitor_make(void) {
  threads_monitor *monitor = malloc(sizeof *monitor);
  if (!monitor) abort();
  pthread_mutex_init(&monitor->mutex, NULL);
  pthread_cond_init(&monitor->condition, NULL);
  return monitor;
}

void threads_monitor_free(threads_monitor *monitor) {
  pthread_cond_destroy(&monitor->condition);
  pthread_mutex_destroy(&monitor->mutex);
  free(monitor);
}

void threads_monitor_lock(threads_monitor *monitor) {
  for (int turn = 0; turn < patience; turn++) {
    if (pthread_mutex_trylock(&monitor->mutex) == 0) return;
    rest();
  }
  pthread_mutex_lock(&monitor->mutex);
}

void threads_monitor_unlock(threads_monitor *monitor) { pthread_mutex_unlock(&monitor->mutex); }

void threads_monitor_wait(threads_monitor *monitor, int turn) {
  if (turn >= patience) {
    pthread_cond_wait(&monitor->condition, &monitor->mutex);
    return;
  }
  pthread_mutex_unlock(&monitor->mutex);
  rest();
  threads_monitor_lock(monitor);
}

void threads_monitor_wake_all(threads_monitor *monitor) { pthread_cond_broadcast(&monitor->condition); }
