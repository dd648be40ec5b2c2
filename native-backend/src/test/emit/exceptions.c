struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct c1_Error;
struct c2_RangeError;
struct c3_TypeError;
struct c1_Error { const bs_class *class_; bs_string * p_name; bs_string * p_message; int32_t p__origin_; };
struct c2_RangeError { struct c1_Error super_; };
struct c3_TypeError { struct c1_Error super_; };
extern struct {  } bs_globals;
extern const bs_class bs_class_1_Error;
extern const bs_class bs_class_2_RangeError;
extern const bs_class bs_class_3_TypeError;
extern const bs_string bs_literal_0;
extern const bs_string bs_literal_1;
extern const bs_string bs_literal_10;
extern const bs_string bs_literal_11;
extern const bs_string bs_literal_12;
extern const bs_string bs_literal_13;
extern const bs_string bs_literal_14;
extern const bs_string bs_literal_15;
extern const bs_string bs_literal_16;
extern const bs_string bs_literal_17;
extern const bs_string bs_literal_2;
extern const bs_string bs_literal_3;
extern const bs_string bs_literal_4;
extern const bs_string bs_literal_5;
extern const bs_string bs_literal_6;
extern const bs_string bs_literal_7;
extern const bs_string bs_literal_8;
extern const bs_string bs_literal_9;
static void f0_top_level(void);
static void f1_Error_constructor(struct c1_Error * this_0, bs_string * message_1);
static void f2_RangeError_constructor(struct c2_RangeError * this_0, bs_string * message_1);
static void f3_TypeError_constructor(struct c3_TypeError * this_0, bs_string * message_1);
static void f4_top_level(void);
static int32_t f5_parse(bs_string * digits_0, int32_t otherwise_1);
static int32_t f6_count(bs_array_integer * values_0);

static void f0_top_level(void)
{
}

static void f1_Error_constructor(struct c1_Error * this_0, bs_string * message_1)
{
    bs_string * message_2 = (((const void *)message_1 != (const void *)((void *)0)) ? message_1 : ((bs_string *)&bs_literal_3));
    (this_0->p_name = ((bs_string *)&bs_literal_0));
    (this_0->p_message = message_2);
}

static void f2_RangeError_constructor(struct c2_RangeError * this_0, bs_string * message_1)
{
    bs_string * message_2 = (((const void *)message_1 != (const void *)((void *)0)) ? message_1 : ((bs_string *)&bs_literal_3));
    f1_Error_constructor(((struct c1_Error *)this_0), message_2);
    (((struct c1_Error *)this_0)->p_name = ((bs_string *)&bs_literal_1));
}

static void f3_TypeError_constructor(struct c3_TypeError * this_0, bs_string * message_1)
{
    bs_string * message_2 = (((const void *)message_1 != (const void *)((void *)0)) ? message_1 : ((bs_string *)&bs_literal_3));
    f1_Error_constructor(((struct c1_Error *)this_0), message_2);
    (((struct c1_Error *)this_0)->p_name = ((bs_string *)&bs_literal_2));
}

static void f4_top_level(void)
{
    ({ int32_t t_0 =
    f5_parse(((bs_string *)&bs_literal_4), 3); int32_t t_1 =
    f6_count(({
    bs_array_integer *array_2 = ({ bs_array_integer *array_3 = bs_allocate(&bs_class_array_integer, 24); array_3->length = 4; array_3; }); array_2->elements[0] = 1; array_2->elements[1] = 0; array_2->elements[2] = 2; array_2->elements[3] = (-1); array_2; })); ({
    bs_print_integer(t_0);
    bs_print_integer(t_1); bs_print_end(1); }); });
}

struct f5_parse__try0 { bs_string * v0; int32_t v1; uint32_t leave; int32_t result; };
static void *f5_parse__try0(void *argument)
{
    struct f5_parse__try0 *frame = argument;
    bs_string * digits_0 = frame->v0;
    {
        {
            int32_t i_1 = 0;
            while ((i_1 < ((int32_t)digits_0->length))) {
                {
                    int32_t digit_4 = (({ bs_string *t_2 = digits_0; int32_t t_3 = i_1; if (BS_UNLIKELY((unsigned int)t_3 >= t_2->length))
                    BS_RAISE(0, 0); (int32_t)(uint8_t)t_2->bytes[t_3]; }) - 48);
                    if ((digit_4 < 0))
                    {
                        bs_throw(({ bs_string * t_6 = ((bs_string *)&bs_literal_5);
                        struct c2_RangeError *object_5 = bs_allocate(&bs_class_2_RangeError, 16); ((struct c1_Error *)object_5)->p_name = 0; ((struct c1_Error *)object_5)->p_message = 0; ((struct c1_Error *)object_5)->p__origin_ = 0; f2_RangeError_constructor(object_5, (bs_string *)t_6); object_5; }));
                    }
                    (frame->v1 = ((frame->v1 * 10) + digit_4));
                }
                (i_1 = (i_1 + 1));
            }
        }
        { frame->result = frame->v1; { frame->leave = 1; return 0; } }
    }
    return 0;
}

static int32_t f5_parse(bs_string * digits_0, int32_t otherwise_1)
{
    int32_t value_2 = 0;
    {
        struct f5_parse__try0 frame_3;
        frame_3.v0 = digits_0;
        frame_3.v1 = value_2;
        frame_3.leave = 0;
        struct c1_Error * error_4 = bs_try(f5_parse__try0, &frame_3);
        value_2 = frame_3.v1;
        frame_3.v0 = 0; __asm__ volatile("" : : "m"(frame_3));
        if (BS_UNLIKELY(error_4 != 0))
        {
            struct c1_Error * e_5 = error_4;
            (value_2 = (value_2 + 1));
        }
        else if (frame_3.leave == 1)
            return frame_3.result;
    }
    return (value_2 + otherwise_1);
}

struct f6_count__try0 { int32_t v0; int32_t v1; int32_t v2; uint32_t leave; int32_t result; };
static void *f6_count__try0(void *argument)
{
    struct f6_count__try0 *frame = argument;
    int32_t value_0 = frame->v0;
    {
        if ((value_0 == 0))
        {
            (frame->v1 = 2);
            { frame->leave = 1; return 0; }
        }
        if ((value_0 < 0))
        {
            (frame->v1 = 3);
            { frame->leave = 1; return 0; }
        }
        (frame->v2 = (frame->v2 + ({ int32_t t_1 = 100; int32_t t_2 = value_0; if (BS_UNLIKELY(t_2 == 0))
        BS_RAISE(1, 1); bs_divide(t_1, t_2); })));
    }
    return 0;
}

static int32_t f6_count(bs_array_integer * values_0)
{
    int32_t sum_1 = 0;
    {
        bs_array_integer * sequence_2 = values_0;
        int32_t index_3 = 0;
        while ((index_3 < ((int32_t)sequence_2->length))) {
            {
                int32_t value_4 = ({ sequence_2->elements[index_3]; });
                {
                    {
                        int32_t completion_5 = 0;
                        struct c1_Error * pending_6 = ((struct c1_Error *)((void *)0));
                        {
                            struct f6_count__try0 frame_7;
                            frame_7.v0 = value_4;
                            frame_7.v1 = completion_5;
                            frame_7.v2 = sum_1;
                            frame_7.leave = 0;
                            struct c1_Error * error_8 = bs_try(f6_count__try0, &frame_7);
                            completion_5 = frame_7.v1;
                            sum_1 = frame_7.v2;
                            if (BS_UNLIKELY(error_8 != 0))
                            {
                                (pending_6 = error_8);
                                (completion_5 = 1);
                            }
                            else if (frame_7.leave == 1)
                                goto break_9;
                        }
                        break_9:;
                        {
                            (sum_1 = (sum_1 + 1));
                        }
                        if ((completion_5 == 1))
                        {
                            bs_throw(pending_6);
                        }
                        if ((completion_5 == 2))
                        {
                            goto continue_10;
                        }
                        if ((completion_5 == 3))
                        {
                            goto break_10;
                        }
                    }
                }
            }
            continue_10:;
            (index_3 = (index_3 + 1));
        }
        break_10:;
    }
    return sum_1;
}

uint32_t bs_program(void)
{
    f0_top_level();
    f4_top_level();
    return 0;
}
