#pragma once
#include <stdint.h>

// What is needed of ICU, without ICU's own headers: the names in them are macros that carry its version, and Swift would
// hold their types against those of the ICU in its own libraries.

/// A converter of text.
typedef struct CICUConverter CICUConverter;

/// A converter from GB18030 that stops at the first byte that is no text; NULL where ICU has none.
CICUConverter *cicu_gb18030_open(void);

void cicu_close(CICUConverter *converter);

/// Converts until the target is full, the source is used up, or a byte is no text.
/// Returns 0 where the source is used up, 1 where the target is full, -1 where a byte is no text.
int cicu_to_utf16(
    CICUConverter *converter, uint16_t **target, const uint16_t *targetEnd, const char **source, const char *sourceEnd);

/// How many bytes before the source's place were no text.
int cicu_invalid_length(CICUConverter *converter);

/// The compatibility form NFKC; returns its length, which may be past the target's, or -1.
int32_t cicu_nfkc(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity);

/// The codes of all countries (ISO 3166-1 alpha-2), up to a NULL.
const char *const *cicu_countries(void);

/// The name of a country in a language; `locale` is such as `und_US`. Returns its length, or -1.
int32_t cicu_country_name(const char *locale, const char *language, uint16_t *target, int32_t capacity);
