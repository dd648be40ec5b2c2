struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct cell_tagged { const bs_class *class_; bs_word value; };
extern struct { bs_array_integer * g0_table; int32_t g4_sum; } bs_globals;
extern bs_object bs_constant_array_0;
extern volatile uint32_t bs_exchange[];
union bs_exchanged { uint32_t word; float number; };
BS_GUARDS(6);
static int32_t f0_mix_1(bs_array_integer * table_0, int32_t x_1);
static bs_word f1_mix_rest(int32_t entry_0, bs_word table_1, bs_word x_2);
static bs_word f2_mix(bs_word table_0, bs_word x_1);
static int32_t f3_pairs_1(bs_array_integer * values_0, int32_t limit_1);
static int32_t f4_pairs_1_loop6(bs_array_integer * values_0, int32_t limit_1, int32_t found_2, int32_t i_3);
static int32_t f5_pairs_1_loop20(bs_array_integer * values_0, int32_t limit_1, int32_t found_2, int32_t i_3, int32_t j_4);
static BS_CONTINUATION int32_t f6_pairs_rest(int32_t entry_0, int32_t loop_1, bs_word values_2, bs_word limit_3, int32_t found_4, int32_t i_5, int32_t j_6);
static int32_t f7_pairs(bs_word values_0, bs_word limit_1);
static int32_t f8_pairs_loop6(bs_word values_0, bs_word limit_1, int32_t found_2, int32_t i_3);
static int32_t f9_pairs_loop20(bs_word values_0, bs_word limit_1, int32_t found_2, int32_t i_3, int32_t j_4);
static void f10_top_level_1_loop14(int32_t i_0, bs_array_integer * table_1, int32_t sum_2);
static BS_CONTINUATION void f11_top_level_rest(int32_t entry_0, int32_t loop_1, bs_array_integer * table_2, int32_t sum_3, int32_t i_4, bs_word t_5, bs_word t_6);
static void f12_top_level(void);
static void f13_top_level_loop14(int32_t i_0);
static int32_t f14_typed(bs_array_integer * data_0);
static int32_t f15_typed_loop6(bs_array_integer * data_0, int32_t sum_1, int32_t i_2);

static int32_t f0_mix_1(bs_array_integer * table_0, int32_t x_1)
{
    return (({ int32_t t_2 = ({ int32_t t_3 = (x_1 & 3); if (BS_UNLIKELY((unsigned int)t_3 >= table_0->length))
    BS_TRAP(0, 0); table_0->elements[t_3]; }); (t_2 ^ ((int32_t)((uint32_t)x_1 << 3))); }) & 65535);
}

static bs_word f1_mix_rest(int32_t entry_0, bs_word table_1, bs_word x_2)
{
    return
    bs_any_bit_and(({ bs_word t_3 =
    bs_array_element(table_1,
    bs_any_bit_and(x_2, 24u));
    bs_any_bit_xor(t_3,
    bs_any_shift_left(x_2, 24u)); }), 524280u);
}

static bs_word f2_mix(bs_word table_0, bs_word x_1)
{
    if ((bs_has_class(table_0, &bs_class_array_integer) ? bs_is_integer(x_1) : false))
    {
        return bs_word_of_integer(f0_mix_1(((bs_array_integer *)bs_untag_reference(table_0)), bs_narrow_integer(x_1)));
    }
    if ((!bs_has_class(table_0, &bs_class_array_integer)))
    {
        bs_guard_failed(0, table_0);
    }
    if ((!bs_is_integer(x_1)))
    {
        bs_guard_failed(1, x_1);
    }
    return f1_mix_rest(0, table_0, x_1);
}

static int32_t f3_pairs_1(bs_array_integer * values_0, int32_t limit_1)
{
    int32_t found_2 = 0;
    {
        int32_t i_3 = 0;
        while ((i_3 < ((int32_t)values_0->length))) {
            {
                {
                    int32_t j_4 = (i_3 + 1);
                    if (({ uint32_t range_5 = (uint32_t)(((int32_t)values_0->length) - 1) - (uint32_t)j_4; values_0 != 0 && (0u + (uint32_t)i_3) < values_0->length && (0u + (uint32_t)j_4) < values_0->length && range_5 < values_0->length - (0u + (uint32_t)j_4); })) {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ values_0->elements[i_3]; }); (t_6 + ({ values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_7;
                                }
                            }
                            continue_7:;
                            (j_4 = (j_4 + 1));
                        }
                    } else {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ if (BS_UNLIKELY((unsigned int)i_3 >= values_0->length))
                                BS_TRAP(0, 1); values_0->elements[i_3]; }); (t_6 + ({ if (BS_UNLIKELY((unsigned int)j_4 >= values_0->length))
                                BS_TRAP(0, 2); values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_8;
                                }
                            }
                            continue_8:;
                            (j_4 = (j_4 + 1));
                        }
                    }
                }
                (found_2 = (found_2 + 0));
            }
            (i_3 = (i_3 + 1));
        }
    }
    return found_2;
}

static int32_t f4_pairs_1_loop6(bs_array_integer * values_0, int32_t limit_1, int32_t found_2, int32_t i_3)
{
    {
        while ((i_3 < ((int32_t)values_0->length))) {
            {
                {
                    int32_t j_4 = (i_3 + 1);
                    if (({ uint32_t range_5 = (uint32_t)(((int32_t)values_0->length) - 1) - (uint32_t)j_4; values_0 != 0 && (0u + (uint32_t)i_3) < values_0->length && (0u + (uint32_t)j_4) < values_0->length && range_5 < values_0->length - (0u + (uint32_t)j_4); })) {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ values_0->elements[i_3]; }); (t_6 + ({ values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_7;
                                }
                            }
                            continue_7:;
                            (j_4 = (j_4 + 1));
                        }
                    } else {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ if (BS_UNLIKELY((unsigned int)i_3 >= values_0->length))
                                BS_TRAP(0, 3); values_0->elements[i_3]; }); (t_6 + ({ if (BS_UNLIKELY((unsigned int)j_4 >= values_0->length))
                                BS_TRAP(0, 4); values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_8;
                                }
                            }
                            continue_8:;
                            (j_4 = (j_4 + 1));
                        }
                    }
                }
                (found_2 = (found_2 + 0));
            }
            (i_3 = (i_3 + 1));
            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                uint32_t state_9 = (uint32_t)(bs_word_of_reference(values_0));
                uint32_t state_10 = (uint32_t)(bs_word_of_integer(limit_1));
                uint32_t state_11 = (uint32_t)(found_2);
                uint32_t state_12 = (uint32_t)(i_3);
                bs_exchange[54] = state_9;
                bs_exchange[55] = state_10;
                bs_exchange[56] = state_11;
                bs_exchange[57] = state_12;
                bs_exchange[53] = 1;
                return 0;
            }
        }
    }
    return found_2;
}

static int32_t f5_pairs_1_loop20(bs_array_integer * values_0, int32_t limit_1, int32_t found_2, int32_t i_3, int32_t j_4)
{
    {
        {
            {
                {
                    if (({ uint32_t range_5 = (uint32_t)(((int32_t)values_0->length) - 1) - (uint32_t)j_4; values_0 != 0 && (0u + (uint32_t)i_3) < values_0->length && (0u + (uint32_t)j_4) < values_0->length && range_5 < values_0->length - (0u + (uint32_t)j_4); })) {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ values_0->elements[i_3]; }); (t_6 + ({ values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_7;
                                }
                            }
                            continue_7:;
                            (j_4 = (j_4 + 1));
                            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                                uint32_t state_8 = (uint32_t)(bs_word_of_reference(values_0));
                                uint32_t state_9 = (uint32_t)(bs_word_of_integer(limit_1));
                                uint32_t state_10 = (uint32_t)(found_2);
                                uint32_t state_11 = (uint32_t)(i_3);
                                uint32_t state_12 = (uint32_t)(j_4);
                                bs_exchange[54] = state_8;
                                bs_exchange[55] = state_9;
                                bs_exchange[56] = state_10;
                                bs_exchange[57] = state_11;
                                bs_exchange[58] = state_12;
                                bs_exchange[53] = 1;
                                return 0;
                            }
                        }
                    } else {
                        while ((j_4 < ((int32_t)values_0->length))) {
                            {
                                if ((({ int32_t t_6 = ({ if (BS_UNLIKELY((unsigned int)i_3 >= values_0->length))
                                BS_TRAP(0, 5); values_0->elements[i_3]; }); (t_6 + ({ if (BS_UNLIKELY((unsigned int)j_4 >= values_0->length))
                                BS_TRAP(0, 6); values_0->elements[j_4]; })); }) == limit_1))
                                {
                                    (found_2 = (found_2 + 1));
                                    goto continue_13;
                                }
                            }
                            continue_13:;
                            (j_4 = (j_4 + 1));
                            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                                uint32_t state_14 = (uint32_t)(bs_word_of_reference(values_0));
                                uint32_t state_15 = (uint32_t)(bs_word_of_integer(limit_1));
                                uint32_t state_16 = (uint32_t)(found_2);
                                uint32_t state_17 = (uint32_t)(i_3);
                                uint32_t state_18 = (uint32_t)(j_4);
                                bs_exchange[54] = state_14;
                                bs_exchange[55] = state_15;
                                bs_exchange[56] = state_16;
                                bs_exchange[57] = state_17;
                                bs_exchange[58] = state_18;
                                bs_exchange[53] = 1;
                                return 0;
                            }
                        }
                    }
                }
                (found_2 = (found_2 + 0));
            }
            (i_3 = (i_3 + 1));
            while ((i_3 < ((int32_t)values_0->length))) {
                {
                    {
                        int32_t j_4 = (i_3 + 1);
                        {
                            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                                uint32_t state_19 = (uint32_t)(bs_word_of_reference(values_0));
                                uint32_t state_20 = (uint32_t)(bs_word_of_integer(limit_1));
                                uint32_t state_21 = (uint32_t)(found_2);
                                uint32_t state_22 = (uint32_t)(i_3);
                                uint32_t state_23 = (uint32_t)(j_4);
                                bs_exchange[54] = state_19;
                                bs_exchange[55] = state_20;
                                bs_exchange[56] = state_21;
                                bs_exchange[57] = state_22;
                                bs_exchange[58] = state_23;
                                bs_exchange[53] = 1;
                                return 0;
                            }
                            if (({ uint32_t range_24 = (uint32_t)(((int32_t)values_0->length) - 1) - (uint32_t)j_4; values_0 != 0 && (0u + (uint32_t)i_3) < values_0->length && (0u + (uint32_t)j_4) < values_0->length && range_24 < values_0->length - (0u + (uint32_t)j_4); })) {
                                while ((j_4 < ((int32_t)values_0->length))) {
                                    {
                                        if ((({ int32_t t_6 = ({ values_0->elements[i_3]; }); (t_6 + ({ values_0->elements[j_4]; })); }) == limit_1))
                                        {
                                            (found_2 = (found_2 + 1));
                                            goto continue_25;
                                        }
                                    }
                                    continue_25:;
                                    (j_4 = (j_4 + 1));
                                }
                            } else {
                                while ((j_4 < ((int32_t)values_0->length))) {
                                    {
                                        if ((({ int32_t t_6 = ({ if (BS_UNLIKELY((unsigned int)i_3 >= values_0->length))
                                        BS_TRAP(0, 7); values_0->elements[i_3]; }); (t_6 + ({ if (BS_UNLIKELY((unsigned int)j_4 >= values_0->length))
                                        BS_TRAP(0, 8); values_0->elements[j_4]; })); }) == limit_1))
                                        {
                                            (found_2 = (found_2 + 1));
                                            goto continue_26;
                                        }
                                    }
                                    continue_26:;
                                    (j_4 = (j_4 + 1));
                                }
                            }
                        }
                    }
                    (found_2 = (found_2 + 0));
                }
                (i_3 = (i_3 + 1));
            }
        }
    }
    return found_2;
}

static BS_CONTINUATION int32_t f6_pairs_rest(int32_t entry_0, int32_t loop_1, bs_word values_2, bs_word limit_3, int32_t found_4, int32_t i_5, int32_t j_6)
{
    switch (entry_0) {
    case 1: goto resume_1;
    case 2: goto resume_2;
    }
    (found_4 = 0);
    {
        (i_5 = 0);
        resume_1:;
        while (({ bs_word t_7 =
        bs_word_of_integer(i_5);
        bs_any_less(t_7,
        bs_array_length(values_2)); })) {
            {
                {
                    (j_6 = (i_5 + 1));
                    resume_2:;
                    while (({ bs_word t_8 =
                    bs_word_of_integer(j_6);
                    bs_any_less(t_8,
                    bs_array_length(values_2)); })) {
                        {
                            if (
                            bs_any_equal(({ bs_word t_9 =
                            bs_array_element(values_2,
                            bs_word_of_integer(i_5));
                            bs_any_add(t_9,
                            bs_array_element(values_2,
                            bs_word_of_integer(j_6))); }), limit_3))
                            {
                                (found_4 = (found_4 + 1));
                                goto continue_10;
                            }
                        }
                        continue_10:;
                        (j_6 = (j_6 + 1));
                        if ((loop_1 == 20))
                        {
                            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                                uint32_t state_11 = (uint32_t)(values_2);
                                uint32_t state_12 = (uint32_t)(limit_3);
                                uint32_t state_13 = (uint32_t)(found_4);
                                uint32_t state_14 = (uint32_t)(i_5);
                                uint32_t state_15 = (uint32_t)(j_6);
                                bs_exchange[54] = state_11;
                                bs_exchange[55] = state_12;
                                bs_exchange[56] = state_13;
                                bs_exchange[57] = state_14;
                                bs_exchange[58] = state_15;
                                bs_exchange[53] = 1;
                                return 0;
                            }
                        }
                    }
                }
                (found_4 = (found_4 + 0));
            }
            (i_5 = (i_5 + 1));
            if ((loop_1 == 6))
            {
                if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                    uint32_t state_16 = (uint32_t)(values_2);
                    uint32_t state_17 = (uint32_t)(limit_3);
                    uint32_t state_18 = (uint32_t)(found_4);
                    uint32_t state_19 = (uint32_t)(i_5);
                    bs_exchange[54] = state_16;
                    bs_exchange[55] = state_17;
                    bs_exchange[56] = state_18;
                    bs_exchange[57] = state_19;
                    bs_exchange[53] = 1;
                    return 0;
                }
            }
        }
    }
    return found_4;
}

static int32_t f7_pairs(bs_word values_0, bs_word limit_1)
{
    if ((bs_has_class(values_0, &bs_class_array_integer) ? bs_is_integer(limit_1) : false))
    {
        return f3_pairs_1(((bs_array_integer *)bs_untag_reference(values_0)), bs_narrow_integer(limit_1));
    }
    if ((!bs_has_class(values_0, &bs_class_array_integer)))
    {
        bs_guard_failed(2, values_0);
    }
    if ((!bs_is_integer(limit_1)))
    {
        bs_guard_failed(3, limit_1);
    }
    return f6_pairs_rest(0, 0, values_0, limit_1, 0, 0, 0);
}

static int32_t f8_pairs_loop6(bs_word values_0, bs_word limit_1, int32_t found_2, int32_t i_3)
{
    if ((bs_has_class(values_0, &bs_class_array_integer) ? bs_is_integer(limit_1) : false))
    {
        return f4_pairs_1_loop6(((bs_array_integer *)bs_untag_reference(values_0)), bs_narrow_integer(limit_1), found_2, i_3);
    }
    if ((!bs_has_class(values_0, &bs_class_array_integer)))
    {
        bs_guard_failed(4, values_0);
    }
    if ((!bs_is_integer(limit_1)))
    {
        bs_guard_failed(5, limit_1);
    }
    return f6_pairs_rest(1, 6, values_0, limit_1, found_2, i_3, 0);
}

static int32_t f9_pairs_loop20(bs_word values_0, bs_word limit_1, int32_t found_2, int32_t i_3, int32_t j_4)
{
    if ((bs_has_class(values_0, &bs_class_array_integer) ? bs_is_integer(limit_1) : false))
    {
        return f5_pairs_1_loop20(((bs_array_integer *)bs_untag_reference(values_0)), bs_narrow_integer(limit_1), found_2, i_3, j_4);
    }
    if ((!bs_has_class(values_0, &bs_class_array_integer)))
    {
        bs_guard_failed(4, values_0);
    }
    if ((!bs_is_integer(limit_1)))
    {
        bs_guard_failed(5, limit_1);
    }
    return f6_pairs_rest(2, 20, values_0, limit_1, found_2, i_3, j_4);
}

static void f10_top_level_1_loop14(int32_t i_0, bs_array_integer * table_1, int32_t sum_2)
{
    {
        while ((i_0 < 10)) {
            {
                int32_t t_3 = sum_2;
                int32_t t_4 = f0_mix_1(table_1, i_0);
                (sum_2 = (t_3 + t_4));
            }
            (i_0 = (i_0 + 1));
            if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                (bs_globals.g0_table = table_1);
                (bs_globals.g4_sum = sum_2);
                uint32_t state_5 = (uint32_t)(i_0);
                bs_exchange[54] = state_5;
                bs_exchange[53] = 1;
                return;
            }
        }
    }
    int32_t t_6 = sum_2;
    int32_t t_9 = f3_pairs_1(({
    bs_array_integer *array_7 = ({ bs_array_integer *array_8 = bs_allocate(&bs_class_array_integer, 24); array_8->length = 4; array_8; }); array_7->elements[0] = 1; array_7->elements[1] = 2; array_7->elements[2] = 3; array_7->elements[3] = 4; array_7; }), 5);
    int32_t t_12 = f14_typed(({
    bs_array_integer *array_10 = ({ bs_array_integer *array_11 = bs_allocate(&bs_class_array_integer, 16); array_11->length = 2; array_11; }); array_10->elements[0] = 1; array_10->elements[1] = 2; array_10; }));
    ({
    bs_print_integer(t_6);
    bs_print_integer(t_9);
    bs_print_integer(t_12); bs_print_end(1); });
}

static BS_CONTINUATION void f11_top_level_rest(int32_t entry_0, int32_t loop_1, bs_array_integer * table_2, int32_t sum_3, int32_t i_4, bs_word t_5, bs_word t_6)
{
    switch (entry_0) {
    case 1: goto resume_1;
    }
    (table_2 = ((bs_array_integer *)0));
    (sum_3 = 0);
    (table_2 = ((bs_array_integer *)&bs_constant_array_0));
    (sum_3 = 0);
    {
        (i_4 = 0);
        resume_1:;
        while ((i_4 < 10)) {
            {
                (t_5 = bs_word_of_integer(sum_3));
                (t_6 = f2_mix(bs_word_of_reference(table_2),
                bs_word_of_integer(i_4)));
                (sum_3 =
                bs_integer_of_word(bs_any_add(t_5, t_6)));
            }
            (i_4 = (i_4 + 1));
            if ((loop_1 == 14))
            {
                if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                    (bs_globals.g0_table = table_2);
                    (bs_globals.g4_sum = sum_3);
                    uint32_t state_7 = (uint32_t)(i_4);
                    bs_exchange[54] = state_7;
                    bs_exchange[53] = 1;
                    return;
                }
            }
        }
    }
    int32_t t_8 = sum_3;
    int32_t t_11 = f7_pairs(bs_word_of_reference(({
    bs_array_integer *array_9 = ({ bs_array_integer *array_10 = bs_allocate(&bs_class_array_integer, 24); array_10->length = 4; array_10; }); array_9->elements[0] = 1; array_9->elements[1] = 2; array_9->elements[2] = 3; array_9->elements[3] = 4; array_9; })), 40u);
    int32_t t_14 = f14_typed(({
    bs_array_integer *array_12 = ({ bs_array_integer *array_13 = bs_allocate(&bs_class_array_integer, 16); array_13->length = 2; array_13; }); array_12->elements[0] = 1; array_12->elements[1] = 2; array_12; }));
    ({
    bs_print_integer(t_8);
    bs_print_integer(t_11);
    bs_print_integer(t_14); bs_print_end(1); });
}

static void f12_top_level(void)
{
    (bs_globals.g0_table = ((bs_array_integer *)&bs_constant_array_0));
    (bs_globals.g4_sum = 0);
    {
        int32_t i_0 = 0;
        while ((i_0 < 10)) {
            {
                (bs_globals.g4_sum =
                bs_integer_of_word(({ bs_word t_1 =
                bs_word_of_integer(bs_globals.g4_sum);
                bs_any_add(t_1,
                f2_mix(bs_word_of_reference(bs_globals.g0_table),
                bs_word_of_integer(i_0))); })));
            }
            (i_0 = (i_0 + 1));
        }
    }
    ({ int32_t t_2 = bs_globals.g4_sum; int32_t t_3 =
    f7_pairs(bs_word_of_reference(({
    bs_array_integer *array_4 = ({ bs_array_integer *array_5 = bs_allocate(&bs_class_array_integer, 24); array_5->length = 4; array_5; }); array_4->elements[0] = 1; array_4->elements[1] = 2; array_4->elements[2] = 3; array_4->elements[3] = 4; array_4; })), 40u); int32_t t_6 =
    f14_typed(({
    bs_array_integer *array_7 = ({ bs_array_integer *array_8 = bs_allocate(&bs_class_array_integer, 16); array_8->length = 2; array_8; }); array_7->elements[0] = 1; array_7->elements[1] = 2; array_7; })); ({
    bs_print_integer(t_2);
    bs_print_integer(t_3);
    bs_print_integer(t_6); bs_print_end(1); }); });
}

static void f13_top_level_loop14(int32_t i_0)
{
    {
        f10_top_level_1_loop14(i_0, bs_globals.g0_table, bs_globals.g4_sum);
        return;
    }
}

static int32_t f14_typed(bs_array_integer * data_0)
{
    int32_t sum_1 = 0;
    {
        int32_t i_2 = 0;
        if (({ uint32_t range_3 = (uint32_t)(((int32_t)data_0->length) - 1) - (uint32_t)i_2; data_0 != 0 && (0u + (uint32_t)i_2) < data_0->length && range_3 < data_0->length - (0u + (uint32_t)i_2); })) {
            while ((i_2 < ((int32_t)data_0->length))) {
                {
                    (sum_1 = (sum_1 + ({ data_0->elements[i_2]; })));
                }
                (i_2 = (i_2 + 1));
            }
        } else {
            while ((i_2 < ((int32_t)data_0->length))) {
                {
                    (sum_1 = (sum_1 + ({ if (BS_UNLIKELY((unsigned int)i_2 >= data_0->length))
                    BS_TRAP(0, 9); data_0->elements[i_2]; })));
                }
                (i_2 = (i_2 + 1));
            }
        }
    }
    return sum_1;
}

static int32_t f15_typed_loop6(bs_array_integer * data_0, int32_t sum_1, int32_t i_2)
{
    {
        if (({ uint32_t range_3 = (uint32_t)(((int32_t)data_0->length) - 1) - (uint32_t)i_2; data_0 != 0 && (0u + (uint32_t)i_2) < data_0->length && range_3 < data_0->length - (0u + (uint32_t)i_2); })) {
            while ((i_2 < ((int32_t)data_0->length))) {
                {
                    (sum_1 = (sum_1 + ({ data_0->elements[i_2]; })));
                }
                (i_2 = (i_2 + 1));
                if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                    uint32_t state_4 = (uint32_t)(data_0);
                    uint32_t state_5 = (uint32_t)(sum_1);
                    uint32_t state_6 = (uint32_t)(i_2);
                    bs_exchange[54] = state_4;
                    bs_exchange[55] = state_5;
                    bs_exchange[56] = state_6;
                    bs_exchange[53] = 1;
                    return 0;
                }
            }
        } else {
            while ((i_2 < ((int32_t)data_0->length))) {
                {
                    (sum_1 = (sum_1 + ({ if (BS_UNLIKELY((unsigned int)i_2 >= data_0->length))
                    BS_TRAP(0, 10); data_0->elements[i_2]; })));
                }
                (i_2 = (i_2 + 1));
                if (BS_UNLIKELY(bs_exchange[52] != 0)) {
                    uint32_t state_7 = (uint32_t)(data_0);
                    uint32_t state_8 = (uint32_t)(sum_1);
                    uint32_t state_9 = (uint32_t)(i_2);
                    bs_exchange[54] = state_7;
                    bs_exchange[55] = state_8;
                    bs_exchange[56] = state_9;
                    bs_exchange[53] = 1;
                    return 0;
                }
            }
        }
    }
    return sum_1;
}

uint32_t bs_program(void)
{
    return 0;
}
