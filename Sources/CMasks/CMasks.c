#include "CMasks.h"

#include <string.h>

// What follows is no work for vectors or mask registers, whatever the compiler makes of it.
#define KEEP_SCALAR(value) __asm__("" : "+r"(value))

static inline uint16_t half(const uint8_t *bytes) {
  uint16_t half;
  memcpy(&half, bytes, sizeof half);
  return half;
}

static inline uint64_t word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

static inline uint64_t mixed(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

// At most seven bytes as a word, the first of them the lowest.
static inline uint64_t up_to_seven(const uint8_t *bytes, size_t count) {
  uint64_t own = 0;
  for (size_t place = 0; place < count; place++) own |= (uint64_t)bytes[place] << (place * 8);
  return own;
}

// A hash that goes on from another, by the length of a stretch and no more than 24 of its bytes. What it takes of them
// does not wait for the other.
static inline uint64_t sample(CMasksStretch stretch, uint64_t seed) {
  const uint64_t first = 0xE7037ED1A0B428DB, second = 0x8EBC6AF09C88C6E3;
  const uint64_t third = 0x589965CC75374CC3, fourth = 0x1D8E4E27C47D124F;
  uint64_t front, last = second ^ stretch.count * third;
  if (stretch.count < 8) {
    front = up_to_seven(stretch.start, stretch.count);
  } else {
    size_t end = stretch.count - 8;
    front = word(stretch.start);
    last ^= word(stretch.start + end);
    if (stretch.count > 16) last += word(stretch.start + end / 2) * fourth;
  }
  return (seed << 21 | seed >> 43) ^ mixed(front ^ first, last);
}

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

int32_t cmasks_number(
    const CMasksSlot *slots, size_t mask, size_t limit, const uint8_t *kept, const CMasksStretch *stretches,
    size_t count) {
  return FOR_THIS_PROCESSOR(number, slots, mask, limit, kept, stretches, count);
}
