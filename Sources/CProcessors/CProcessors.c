#define _GNU_SOURCE
#include "CProcessors.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>

int processors_allowed(void) {
  cpu_set_t allowed;
  return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : 0;
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

int processors_begin_thread(int turn, void *(*body)(void *), void *argument) {
  struct beginning *beginning = malloc(sizeof *beginning);
  if (!beginning) return ENOMEM;
  *beginning = (struct beginning){.body = body, .argument = argument};
  int processor = -1;
  if (sched_getaffinity(0, sizeof beginning->allowed, &beginning->allowed) == 0)
    processor = place(turn, &beginning->allowed);
  beginning->is_placed = processor >= 0;

  pthread_attr_t attributes;
  pthread_t thread;
  int fault = pthread_attr_init(&attributes);
  if (!fault) {
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (beginning->is_placed) {
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(processor, &one);
      pthread_attr_setaffinity_np(&attributes, sizeof one, &one);
    }
    fault = pthread_create(&thread, &attributes, begin, beginning);
    pthread_attr_destroy(&attributes);
  }
  if (fault) free(beginning);
  return fault;
}
