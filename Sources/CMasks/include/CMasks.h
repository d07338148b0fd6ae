#pragma once
#include <stdint.h>
#include <string.h>

// Which of 64 bytes are those that give a table its shape, one bit a byte from the lowest on. Swift's own vectors have no
// way to make bits of a comparison.

/// The separators, line feeds, quotes and carriage returns of a block.
typedef struct {
  uint64_t separators;
  uint64_t feeds;
  uint64_t quotes;
  uint64_t returns;
} CMasksShape;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t cmasks_bits(__m128i a, __m128i b, __m128i c, __m128i d, char byte) {
  __m128i wanted = _mm_set1_epi8(byte);
  uint64_t first = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, wanted));
  uint64_t second = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, wanted));
  uint64_t third = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, wanted));
  uint64_t fourth = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, wanted));
  return first | second << 16 | third << 32 | fourth << 48;
}

/// The shape of 64 bytes.
static inline CMasksShape cmasks_shape(const void *block, uint8_t separator) {
  const __m128i *parts = (const __m128i *)block;
  __m128i a = _mm_loadu_si128(parts), b = _mm_loadu_si128(parts + 1);
  __m128i c = _mm_loadu_si128(parts + 2), d = _mm_loadu_si128(parts + 3);
  CMasksShape shape;
  shape.separators = cmasks_bits(a, b, c, d, (char)separator);
  shape.feeds = cmasks_bits(a, b, c, d, '\n');
  shape.quotes = cmasks_bits(a, b, c, d, '"');
  shape.returns = cmasks_bits(a, b, c, d, '\r');
  return shape;
}

/// Which of 64 bytes are a value.
static inline uint64_t cmasks_equal(const void *block, uint8_t byte) {
  const __m128i *parts = (const __m128i *)block;
  return cmasks_bits(
      _mm_loadu_si128(parts), _mm_loadu_si128(parts + 1), _mm_loadu_si128(parts + 2), _mm_loadu_si128(parts + 3),
      (char)byte);
}

#else

/// Which of 64 bytes are a value, eight at a time.
static inline uint64_t cmasks_equal(const void *block, uint8_t byte) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7F, ones = 0x0101010101010101;
  uint64_t bits = 0;
  for (int number = 0; number < 8; number++) {
    uint64_t word;
    memcpy(&word, (const char *)block + number * 8, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    word ^= ones * byte;
    uint64_t found = ~(((word & low) + low) | word | low);
    bits |= (((found >> 7) * 0x0102040810204080) >> 56) << (number * 8);
  }
  return bits;
}

/// The shape of 64 bytes.
static inline CMasksShape cmasks_shape(const void *block, uint8_t separator) {
  CMasksShape shape = {
      cmasks_equal(block, separator), cmasks_equal(block, '\n'), cmasks_equal(block, '"'), cmasks_equal(block, '\r')};
  return shape;
}

#endif
