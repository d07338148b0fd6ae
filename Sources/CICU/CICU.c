#include "CICU.h"

#include <stddef.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>

CICUConverter *cicu_gb18030_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open("GB18030", &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_SUCCESS(status)) return (CICUConverter *)converter;
  ucnv_close(converter);
  return NULL;
}

void cicu_close(CICUConverter *converter) { ucnv_close((UConverter *)converter); }

int cicu_to_utf16(
    CICUConverter *converter, uint16_t **target, const uint16_t *targetEnd, const char **source, const char *sourceEnd) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode((UConverter *)converter, (UChar **)target, (const UChar *)targetEnd, source, sourceEnd, NULL, 1, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return 1;
  return U_FAILURE(status) ? -1 : 0;
}

int cicu_invalid_length(CICUConverter *converter) {
  char bytes[32];
  int8_t length = sizeof bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars((UConverter *)converter, bytes, &length, &status);
  return U_FAILURE(status) ? 0 : length;
}

int32_t cicu_nfkc(const uint16_t *source, int32_t length, uint16_t *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(
      normalizer, (const UChar *)source, length, (UChar *)target, capacity, &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : needed;
}

const char *const *cicu_countries(void) { return uloc_getISOCountries(); }

int32_t cicu_country_name(const char *locale, const char *language, uint16_t *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayCountry(locale, language, (UChar *)target, capacity, &status);
  return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING ? -1 : length;
}
