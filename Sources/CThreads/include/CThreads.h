#pragma once

/// How many threads can work at the same time: as many as there are processors that the calling one may run on; none or
/// less where the system does not say.
int threads_at_once(void);

/// Begins a thread that nobody waits for; 0, or the number of the system's error.
///
/// A new thread may be put on the processor of the one that began it, and then one of the two stands still until the
/// system's next look at how busy its processors are, which takes milliseconds. So the thread begins on another
/// processor: `turn` counts the threads that one thread begins, from 0. Once it runs, the system may move it wherever the
/// calling thread may run.
int threads_begin(int turn, void *(*body)(void *), void *argument);

/// A lock with a condition to wait for.
///
/// What waits does so awake at first, about a tenth of a millisecond, which is longer than almost all of what is waited
/// for: a thread that was asleep may be woken on a processor that is not free, and then stands still as above.
typedef struct threads_monitor threads_monitor;

/// A monitor; it is never null.
threads_monitor *threads_monitor_make(void);
void threads_monitor_free(threads_monitor *monitor);
void threads_monitor_lock(threads_monitor *monitor);
void threads_monitor_unlock(threads_monitor *monitor);

/// Lets others in for a moment or, if `turn` says that this was done often enough, until one of them wakes all. The
/// caller holds the lock, and looks at what it waits for each time.
void threads_monitor_wait(threads_monitor *monitor, int turn);
void threads_monitor_wake_all(threads_monitor *monitor);
