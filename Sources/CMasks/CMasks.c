#include "CMasks.h"

#include <string.h>

// What follows is no work for vectors or mask registers, whatever the compiler makes of it.
#define KEEP_SCALAR(value) __asm__("" : "+r"(value))

#define NAMED(name) name##_plain
#include "Loops.h"
#undef NAMED

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define NAMED(name) name##_v3
#include "Loops.h"
#undef NAMED
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,avx512vbmi2"))), apply_to = function)
#define NAMED(name) name##_v4
#define COMPRESSES
#include "Loops.h"
#undef COMPRESSES
#undef NAMED
#pragma clang attribute pop

#define HAS_V4 __builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vbmi2")
#define FOR_THIS_PROCESSOR(name, ...)                     \
  HAS_V4                                  ? name##_v4(__VA_ARGS__) \
  : __builtin_cpu_supports("x86-64-v3") ? name##_v3(__VA_ARGS__) \
                                          : name##_plain(__VA_ARGS__)
#else
#define FOR_THIS_PROCESSOR(name, ...) name##_plain(__VA_ARGS__)
#endif

size_t cmasks_cut(
    const void *text, size_t blocks, uint8_t separator, uint32_t place, CMasksCut *cut, uint32_t *ends, size_t room) {
  return FOR_THIS_PROCESSOR(cut, text, blocks, separator, place, cut, ends, room);
}

size_t cmasks_values(const void *text, size_t blocks, uint32_t *places) {
  return FOR_THIS_PROCESSOR(values, text, blocks, places);
}

size_t cmasks_feeds(const void *text, size_t bytes, _Bool *has_returns) {
  return FOR_THIS_PROCESSOR(feeds, text, bytes, has_returns);
}
