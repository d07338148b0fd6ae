#pragma once
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>

// The names of ICU's functions are macros that carry its version, so Swift sees them only through these.

/// A converter from GB18030 that stops at the first byte that is no text; NULL where ICU has none.
static inline UConverter *cicu_gb18030_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open("GB18030", &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_SUCCESS(status)) return converter;
  ucnv_close(converter);
  return NULL;
}

static inline void cicu_close(UConverter *converter) { ucnv_close(converter); }

/// Converts until the target is full, the source is used up, or a byte is no text.
/// Returns 0 where the source is used up, 1 where the target is full, -1 where a byte is no text.
static inline int cicu_to_utf16(
    UConverter *converter, UChar **target, const UChar *targetEnd, const char **source, const char *sourceEnd) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter, target, targetEnd, source, sourceEnd, NULL, 1, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return 1;
  return U_FAILURE(status) ? -1 : 0;
}

/// How many bytes before the source's place were no text.
static inline int cicu_invalid_length(UConverter *converter) {
  char bytes[32];
  int8_t length = sizeof bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes, &length, &status);
  return U_FAILURE(status) ? 0 : length;
}

/// The compatibility form NFKC; returns its length, which may be past the target's, or -1.
static inline int32_t cicu_nfkc(const UChar *source, int32_t length, UChar *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(normalizer, source, length, target, capacity, &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : needed;
}

/// The codes of all countries (ISO 3166-1 alpha-2), up to a NULL.
static inline const char *const *cicu_countries(void) { return uloc_getISOCountries(); }

/// The name of a country in a language; `locale` is such as `und_US`. Returns its length, or -1.
static inline int32_t cicu_country_name(const char *locale, const char *language, UChar *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayCountry(locale, language, target, capacity, &status);
  return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING ? -1 : length;
}
