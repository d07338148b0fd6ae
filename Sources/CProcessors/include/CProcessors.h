#pragma once
#include <pthread.h>

/// How many processors the calling thread may run on; 0 where the system does not say.
int processors_allowed(void);

/// Begins a thread that nobody waits for, as `pthread_create` does and with its results.
///
/// A new thread may be put on the processor of the one that began it, and then one of the two stands still until the
/// system's next look at how busy its processors are, which takes milliseconds. So the thread begins on another
/// processor: `turn` counts the threads that one thread begins, from 0. Once it runs, the system may move it wherever the
/// calling thread may run.
int processors_begin_thread(int turn, void *(*body)(void *), void *argument);
