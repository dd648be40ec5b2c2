/* Exact tests of words for specialised functions. */
#include "any.h"

bool bs_is_other_float(bs_word word)
{
    return (word & BS_WORD_TAG_MASK) == BS_WORD_TAG_POINTER && bs_value_of(word).what == WHAT_FLOAT;
}
