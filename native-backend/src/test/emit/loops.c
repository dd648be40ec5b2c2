struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
extern struct {  } bs_globals;
static void f0_top_level(void);
static float f1_dot(bs_array_float * a_0, bs_array_float * b_1, int32_t n_2);
static int32_t f2_reversed(bs_array_integer * a_0);
static int32_t f3_scattered(bs_array_integer * a_0, bs_array_integer * order_1);

static void f0_top_level(void)
{
    ({ float t_0 = ({ bs_array_float * t_1 = ({
    bs_array_float *array_2 = ({ bs_array_float *array_3 = bs_allocate(&bs_class_array_float, 16); array_3->length = 2; array_3; }); array_2->elements[0] = 0x1.0p0f; array_2->elements[1] = 0x1.0p1f; array_2; });
    f1_dot(t_1, ({
    bs_array_float *array_4 = ({ bs_array_float *array_5 = bs_allocate(&bs_class_array_float, 16); array_5->length = 2; array_5; }); array_4->elements[0] = 0x1.8p1f; array_4->elements[1] = 0x1.0p2f; array_4; }), 2); }); int32_t t_6 =
    f2_reversed(({
    bs_array_integer *array_7 = ({ bs_array_integer *array_8 = bs_allocate(&bs_class_array_integer, 24); array_8->length = 3; array_8; }); array_7->elements[0] = 1; array_7->elements[1] = 2; array_7->elements[2] = 3; array_7; })); int32_t t_9 = ({ bs_array_integer * t_10 = ({
    bs_array_integer *array_11 = ({ bs_array_integer *array_12 = bs_allocate(&bs_class_array_integer, 16); array_12->length = 2; array_12; }); array_11->elements[0] = 1; array_11->elements[1] = 2; array_11; });
    f3_scattered(t_10, ({
    bs_array_integer *array_13 = ({ bs_array_integer *array_14 = bs_allocate(&bs_class_array_integer, 16); array_14->length = 2; array_14; }); array_13->elements[0] = 1; array_13->elements[1] = 0; array_13; })); }); ({
    bs_print_float(t_0);
    bs_print_integer(t_6);
    bs_print_integer(t_9); bs_print_end(1); }); });
}

static float f1_dot(bs_array_float * a_0, bs_array_float * b_1, int32_t n_2)
{
    float sum_3 = 0x0.0p0f;
    {
        int32_t i_4 = 0;
        if (({ uint32_t range_5 = (uint32_t)(n_2 - 1) - (uint32_t)i_4; a_0 != 0 && (0u + (uint32_t)i_4) < a_0->length && range_5 < a_0->length - (0u + (uint32_t)i_4) && b_1 != 0 && (0u + (uint32_t)i_4) < b_1->length && range_5 < b_1->length - (0u + (uint32_t)i_4); })) {
            while ((i_4 < n_2)) {
                {
                    (sum_3 = (sum_3 + ({ float t_6 = ({ a_0->elements[i_4]; }); (t_6 * ({ b_1->elements[i_4]; })); })));
                }
                (i_4 = (i_4 + 1));
            }
        } else {
            while ((i_4 < n_2)) {
                {
                    (sum_3 = (sum_3 + ({ float t_6 = ({ if (BS_UNLIKELY((unsigned int)i_4 >= a_0->length))
                    BS_TRAP(0, 0); a_0->elements[i_4]; }); (t_6 * ({ if (BS_UNLIKELY((unsigned int)i_4 >= b_1->length))
                    BS_TRAP(0, 1); b_1->elements[i_4]; })); })));
                }
                (i_4 = (i_4 + 1));
            }
        }
    }
    return sum_3;
}

static int32_t f2_reversed(bs_array_integer * a_0)
{
    int32_t last_1 = 0;
    {
        int32_t i_2 = (((int32_t)a_0->length) - 1);
        if (({ uint32_t range_3 = (uint32_t)i_2 - (uint32_t)0; 0 >= INT32_MIN + 1 && a_0 != 0 && (0u + (uint32_t)0) < a_0->length && range_3 < a_0->length - (0u + (uint32_t)0); })) {
            while ((i_2 >= 0)) {
                {
                    (last_1 = ({ a_0->elements[i_2]; }));
                }
                (i_2 = (i_2 - 1));
            }
        } else {
            while ((i_2 >= 0)) {
                {
                    (last_1 = ({ if (BS_UNLIKELY((unsigned int)i_2 >= a_0->length))
                    BS_TRAP(0, 2); a_0->elements[i_2]; }));
                }
                (i_2 = (i_2 - 1));
            }
        }
    }
    return last_1;
}

static int32_t f3_scattered(bs_array_integer * a_0, bs_array_integer * order_1)
{
    int32_t sum_2 = 0;
    {
        int32_t i_3 = 0;
        if (({ uint32_t range_4 = (uint32_t)(((int32_t)order_1->length) - 1) - (uint32_t)i_3; order_1 != 0 && (0u + (uint32_t)i_3) < order_1->length && range_4 < order_1->length - (0u + (uint32_t)i_3); })) {
            while ((i_3 < ((int32_t)order_1->length))) {
                {
                    (sum_2 = (sum_2 + ({ int32_t t_5 = ({ order_1->elements[i_3]; }); if (BS_UNLIKELY((unsigned int)t_5 >= a_0->length))
                    BS_TRAP(0, 3); a_0->elements[t_5]; })));
                }
                (i_3 = (i_3 + 1));
            }
        } else {
            while ((i_3 < ((int32_t)order_1->length))) {
                {
                    (sum_2 = (sum_2 + ({ int32_t t_6 = ({ if (BS_UNLIKELY((unsigned int)i_3 >= order_1->length))
                    BS_TRAP(0, 4); order_1->elements[i_3]; }); if (BS_UNLIKELY((unsigned int)t_6 >= a_0->length))
                    BS_TRAP(0, 5); a_0->elements[t_6]; })));
                }
                (i_3 = (i_3 + 1));
            }
        }
    }
    return sum_2;
}

uint32_t bs_program(void)
{
    f0_top_level();
    return 0;
}
