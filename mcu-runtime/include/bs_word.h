/*
 * A value of type `any` in one 32-bit word, without loss.
 *
 *     ...000   integer of 29 bits, shifted left by 3; a larger integer is boxed on the heap
 *     ...100   address of an object, plus 4; or one of the constants below
 *     others   float, self-tagged: the binary32 pattern rotated left by 3, exclusive-or 3, so that the
 *              two top exponent bits become a tag that is never 00. Every magnitude below 2^65, zeros
 *              and subnormals included; any other float is boxed.
 *
 * After Melançon, Serrano, Feeley, "Float Self-Tagging" (2024). The Java twin is
 * org.bluescript.language.shadow.Word; a test compares the two.
 */
#ifndef BS_WORD_H
#define BS_WORD_H

#include <stdint.h>

typedef uint32_t bs_word;

#define BS_WORD_TAG_MASK 7u
#define BS_WORD_TAG_INTEGER 0u
#define BS_WORD_TAG_POINTER 4u

#define BS_WORD_NULL 4u /* the null reference, address 0, plus 4 */
#define BS_WORD_FALSE 12u
#define BS_WORD_TRUE 20u
#define BS_WORD_NAN 28u
#define BS_WORD_INFINITY 36u
#define BS_WORD_NEGATIVE_INFINITY 44u

#endif
