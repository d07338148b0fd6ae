#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Loops over text 64 bytes at a time, which are compiled for several processors: Swift compiles for the oldest one alone,
// and its vectors have no way to make bits of a comparison.

/// Where a cut through separated values stands.
typedef struct {
  /// All bits where the next byte is within quotes, else none.
  uint64_t quoted;
  /// 1 where a field begins with the next byte, else 0.
  uint64_t begins;
  /// 1 where the last byte was a quote that closes, or the first of two, else 0.
  uint64_t behind_quote;
  /// How many fields have ended.
  size_t count;
  /// How many of them ended with a line feed.
  size_t feeds;
} CMasksCut;

/// Writes where the fields of some times 64 bytes end: the place of each separator or line feed outside quotes, the first
/// byte being at `place`. `ends` has room for `room` in all.
///
/// Returns how many blocks were cut. It stops before one that is odd: in which a quote stands where none may, a carriage
/// return has no line feed, or only the next block can tell; and before one for which there is no room.
size_t cmasks_cut(
    const void *text, size_t blocks, uint8_t separator, uint32_t place, CMasksCut *cut, uint32_t *ends, size_t room);

/// Writes the places, counted from the first byte on, of those of some times 64 bytes at which an object of JSON may end, or
/// a value of it begin that is a number or stands under a key that ends with a `d`: closing braces, and colons before a
/// digit, before a blank, or before a quote where the key ends so. Returns how many there are.
///
/// Two bytes before the text and one behind it are read too. `places` has room for 64 a block and for one block more.
size_t cmasks_values(const void *text, size_t blocks, uint32_t *places);

/// How many bytes are line feeds; `has_returns` becomes whether any is a carriage return.
size_t cmasks_feeds(const void *text, size_t bytes, _Bool *has_returns);

// Texts by their numbers: a table of slots, and the memory that keeps what they stand for. The caller's hash of a text is
// the one that is made here of a few of its bytes.

/// A stretch of bytes, which may be none but stand somewhere.
typedef struct {
  const uint8_t *start;
  size_t count;
} CMasksStretch;

/// A place for a text.
typedef struct {
  uint64_t hash;
  /// Where it is kept: how many stretches it has, then each behind its length, all in two bytes.
  uint32_t start;
  /// Its number; below 0 where there is none.
  int32_t number;
} CMasksSlot;

/// The number of a text in some stretches, looked for in no more than `limit` of the `mask + 1` slots from the one of its
/// hash on; -1 where it is in none of them.
int32_t cmasks_number(
    const CMasksSlot *slots, size_t mask, size_t limit, const uint8_t *kept,
    const CMasksStretch *stretches, size_t count);

#pragma clang assume_nonnull end
