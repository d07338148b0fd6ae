#pragma once
#include <libxml/xmlversion.h>
// libxml2 would show Swift the system's ICU, which it would hold against the ICU in its own libraries. Only two pointers
// at the end of a struct that is never looked into are lost.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
