// The loops, for one kind of processor: `NAMED` gives each function a name of its own. With `COMPRESSES` bits become places
// by an instruction for it.

typedef uint8_t NAMED(Block) __attribute__((ext_vector_type(64)));
typedef _Bool NAMED(Bits) __attribute__((ext_vector_type(64)));

// Which of 64 bytes are a value. By address: as an argument a block would have another form on each processor.
static inline __attribute__((always_inline)) uint64_t NAMED(equal)(const NAMED(Block) * block, uint8_t value) {
  NAMED(Bits) bits = __builtin_convertvector(*block == value, NAMED(Bits));
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

// Which of 64 bytes are digits.
static inline __attribute__((always_inline)) uint64_t NAMED(digits)(const NAMED(Block) * block) {
  NAMED(Bits) bits = __builtin_convertvector((*block - (uint8_t)'0') < (uint8_t)10, NAMED(Bits));
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

// Writes the places of bits, of which most masks have no more than a few: writing `usual` of them, at most sixteen, without
// looking keeps the processor on one path.
static inline __attribute__((always_inline)) void NAMED(write)(
    uint64_t bits, uint32_t place, uint32_t *places, int usual) {
#ifdef COMPRESSES
  static const uint8_t numbers[64] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                      16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                      32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                      48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  (void)usual;
  __m512i first = _mm512_set1_epi32((int)place);
  __m512i found = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers));
  _mm512_storeu_si512(places, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found))));
  int count = __builtin_popcountll(bits);
  if (count <= 16) return;
  _mm512_storeu_si512(
      places + 16, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 1))));
  _mm512_storeu_si512(
      places + 32, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 2))));
  _mm512_storeu_si512(
      places + 48, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(found, 3))));
#else
  for (int slot = 0; slot < usual; slot++) {
    uint32_t found = place + (uint32_t)(bits ? __builtin_ctzll(bits) : 64);
    KEEP_SCALAR(found);
    places[slot] = found;
    bits &= bits - 1;
  }
  for (int slot = usual; bits; slot++) {
    places[slot] = place + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
#endif
}

static size_t NAMED(cut)(
    const uint8_t *text, size_t blocks, uint8_t separator, uint32_t place, CMasksCut *cut, uint32_t *ends, size_t room) {
  uint64_t quoted = cut->quoted, begins = cut->begins, behind_quote = cut->behind_quote;
  size_t count = cut->count, all_feeds = cut->feeds;
  size_t number = 0;
  for (; number < blocks && count + 64 <= room; number++, place += 64) {
    NAMED(Block) block;
    memcpy(&block, text + number * 64, sizeof block);
    uint64_t feeds = NAMED(equal)(&block, '\n');
    uint64_t fields = NAMED(equal)(&block, separator) | feeds;
    uint64_t quotes = NAMED(equal)(&block, '"');
    uint64_t returns = NAMED(equal)(&block, '\r');
    // Each quote opens or closes: the bytes from an opening one on, up to the closing one, are inside.
    uint64_t inside = quotes;
    KEEP_SCALAR(inside);
    inside ^= inside << 1;
    inside ^= inside << 2;
    inside ^= inside << 4;
    inside ^= inside << 8;
    inside ^= inside << 16;
    inside ^= inside << 32;
    inside ^= quoted;
    fields &= ~inside;
    feeds &= ~inside;
    uint64_t opening = quotes & inside, closing = quotes & ~inside;
    // One opens where a field begins, or is the second of two that stand for one.
    uint64_t before = (fields | closing) << 1 | begins | behind_quote;
    uint64_t behind = closing << 1 | behind_quote;
    uint64_t odd = (opening & ~before) | (behind & ~(fields | quotes | returns)) | (returns & ~inside & ~(feeds >> 1));
    if (odd) break;
    NAMED(write)(fields, place, ends + count, 12);
    count += (size_t)__builtin_popcountll(fields);
    all_feeds += (size_t)__builtin_popcountll(feeds);
    quoted = 0 - (inside >> 63);
    begins = fields >> 63;
    behind_quote = closing >> 63;
  }
  *cut = (CMasksCut){quoted, begins, behind_quote, count, all_feeds};
  return number;
}

static size_t NAMED(values)(const uint8_t *text, size_t blocks, uint32_t *places) {
  size_t count = 0;
  for (size_t number = 0; number < blocks; number++) {
    NAMED(Block) block, next, before;
    memcpy(&block, text + number * 64, sizeof block);
    memcpy(&next, text + number * 64 + 1, sizeof next);
    memcpy(&before, text + number * 64 - 2, sizeof before);
    uint64_t begins = NAMED(digits)(&next) | NAMED(equal)(&next, ' ') | (NAMED(equal)(&next, '"') & NAMED(equal)(&before, 'd'));
    uint64_t found = (NAMED(equal)(&block, ':') & begins) | NAMED(equal)(&block, '}');
    NAMED(write)(found, (uint32_t)(number * 64), places + count, 8);
    count += (size_t)__builtin_popcountll(found);
  }
  return count;
}

static size_t NAMED(feeds)(const uint8_t *text, size_t bytes, _Bool *has_returns) {
  size_t count = 0;
  size_t place = 0;
  uint64_t returns = 0;
  for (; place + 64 <= bytes; place += 64) {
    NAMED(Block) block;
    memcpy(&block, text + place, sizeof block);
    count += (size_t)__builtin_popcountll(NAMED(equal)(&block, '\n'));
    returns |= NAMED(equal)(&block, '\r');
  }
  for (; place < bytes; place++) {
    count += text[place] == '\n';
    returns |= text[place] == '\r';
  }
  *has_returns = returns != 0;
  return count;
}

static inline __attribute__((always_inline)) int NAMED(same)(const uint8_t *left, const uint8_t *right, size_t count) {
#ifdef COMPRESSES
  for (; count > 64; left += 64, right += 64, count -= 64)
    if (_mm512_cmpneq_epi8_mask(_mm512_loadu_si512(left), _mm512_loadu_si512(right))) return 0;
  uint64_t own = count ? ~0ULL >> (64 - count) : 0;
  return !_mm512_mask_cmpneq_epi8_mask(own, _mm512_maskz_loadu_epi8(own, left), _mm512_maskz_loadu_epi8(own, right));
#else
  return memcmp(left, right, count) == 0;
#endif
}

static int32_t NAMED(number)(
    const CMasksSlot *slots, size_t mask, size_t limit, const uint8_t *kept, const CMasksStretch *stretches,
    size_t count) {
  uint64_t hash = count;
  for (size_t index = 0; index < count; index++) hash = sample(stretches[index], hash);
  size_t place = hash & mask;
  for (size_t distance = 0; distance < limit; distance++, place = (place + 1) & mask) {
    CMasksSlot slot = slots[place];
    if (slot.number < 0) return -1;
    if (slot.hash != hash) continue;
    const uint8_t *text = kept + slot.start;
    if (half(text) != count) continue;
    text += 2;
    size_t index = 0;
    for (; index < count; index++) {
      CMasksStretch stretch = stretches[index];
      if (half(text) != stretch.count || !NAMED(same)(text + 2, stretch.start, stretch.count)) break;
      text += 2 + stretch.count;
    }
    if (index == count) return slot.number;
  }
  return -1;
}
