/*
 * Numbers as text and back, on plain characters. Pure functions: the same source is tested on the host.
 * Not in flash: output sends numbers as they are, so most programs never need them.
 */
#ifndef BS_LIBRARY_NUMBER_H
#define BS_LIBRARY_NUMBER_H

#include <stdint.h>

#define BS_FLOAT_TEXT 24   /* most characters of a float */

/*
 * The shortest digits that read back as the same binary32, of those the closest to it, of two the even
 * one, laid out as ECMAScript's Number::toString does (fixed notation from 1e-6 up to 1e21), but always
 * with a point or an exponent: 1.0 0.1 -0.0 1e+21 1.5e-7 NaN Infinity. Returns the number of characters
 * written to `out`; no 0 byte follows.
 */
uint32_t bs_format_float(char *out, float value);

/* Leading blanks, a sign, then decimal digits or 0x and hexadecimal ones; the rest is ignored.
 * Saturates. 0 if there is no digit. */
int32_t bs_parse_integer(const char *text, uint32_t length);

/* Leading blanks, a sign, then Infinity or decimal digits with at most one point and an optional
 * exponent; the rest is ignored. Rounded to nearest, ties to even, whatever the number of digits.
 * NaN if there is no number. */
float bs_parse_float(const char *text, uint32_t length);

#endif
