struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct vector_0;
struct vector_0 BS_VECTOR_OF(bs_string *);
extern struct { bs_array_integer * g0_primes; struct vector_0 * g4_words; bs_array_uint8 * g8_bytes; int32_t g12_sum; } bs_globals;
extern bs_object bs_constant_array_0;
extern const bs_string bs_literal_0;
extern const bs_string bs_literal_1;
static void f0_top_level(void);

static void f0_top_level(void)
{
    bs_array_integer * g0_primes = 0;
    struct vector_0 * g4_words = 0;
    bs_array_uint8 * g8_bytes = 0;
    int32_t g12_sum = 0;
    (g0_primes = ((bs_array_integer *)&bs_constant_array_0));
    (g4_words = ({
    struct vector_0 *array_0 = bs_new_array(&bs_class_vector_reference, 0); array_0; }));
    ({ struct vector_0 *t_1 = g4_words; bs_string * t_2 = ((bs_string *)&bs_literal_0); if (BS_UNLIKELY(t_1->length == t_1->capacity)) bs_vector_grow(t_1); t_1->elements[t_1->length++] = t_2; (int32_t)t_1->length; });
    ({ struct vector_0 *t_3 = g4_words; bs_string * t_4 = ((bs_string *)&bs_literal_1); if (BS_UNLIKELY(t_3->length == t_3->capacity)) bs_vector_grow(t_3); t_3->elements[t_3->length++] = t_4; (int32_t)t_3->length; });
    (g8_bytes = ({ int32_t t_6 = 16; uint8_t t_5 = (uint8_t)255; bs_array_uint8 * array_7 =
    bs_new_array(&bs_class_array_uint8, t_6); __builtin_memset(array_7->elements, t_5, (uint32_t)t_6); array_7; }));
    (g12_sum = 0);
    {
        bs_array_integer * sequence_8 = g0_primes;
        int32_t index_9 = 0;
        while ((index_9 < ((int32_t)sequence_8->length))) {
            {
                int32_t p_10 = ({ sequence_8->elements[index_9]; });
                {
                    (g12_sum = (g12_sum + p_10));
                }
            }
            (index_9 = (index_9 + 1));
        }
    }
    ({ int32_t t_11 = 300; if (BS_UNLIKELY((unsigned int)3 >= g8_bytes->length)) BS_TRAP(0, 0); g8_bytes->elements[3] = t_11; t_11; });
    ({ int32_t t_12 = ({ int32_t t_13 = ({ if (BS_UNLIKELY((unsigned int)1 >= g0_primes->length)) BS_TRAP(0, 1); g0_primes->elements[1]; }); (t_13 + ({ int32_t t_14 = g12_sum; int32_t t_15 = ((int32_t)g0_primes->length); if (BS_UNLIKELY(t_15 == 0))
    BS_TRAP(1, 2); bs_divide(t_14, t_15); })); }); g0_primes->elements[1] = t_12; t_12; });
    ({ int32_t t_16 = ((int32_t)g4_words->length); bs_string * t_17 = ({ struct vector_0 *t_18 = g4_words; if (BS_UNLIKELY(t_18->length == 0))
    BS_TRAP(7, 3); bs_string * t_19 = t_18->elements[--t_18->length]; t_18->elements[t_18->length] = 0; t_19; }); int32_t t_20 = ({ if (BS_UNLIKELY((unsigned int)3 >= g8_bytes->length))
    BS_TRAP(0, 4); g8_bytes->elements[3]; }); int32_t t_21 = ({ if (BS_UNLIKELY((unsigned int)1 >= g0_primes->length))
    BS_TRAP(0, 5); g0_primes->elements[1]; }); ({
    bs_print_integer(g12_sum);
    bs_print_integer(t_16);
    bs_print_object(t_17);
    bs_print_integer(t_20);
    bs_print_integer(t_21); bs_print_end(1); }); });
}

uint32_t bs_program(void)
{
    f0_top_level();
    return 0;
}
