struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct cell_tagged { const bs_class *class_; bs_word value; };
struct c1_Shape;
struct c2_Square;
struct c3_Dot;
struct c1_Shape { const bs_class *class_; };
struct c2_Square { struct c1_Shape super_; float p_side; };
struct c3_Dot { struct c1_Shape super_; int32_t p_side; };
extern struct {  } bs_globals;
extern const bs_class bs_class_1_Shape;
extern const bs_class bs_class_2_Square;
extern const bs_class bs_class_3_Dot;
extern const bs_string bs_literal_0;
extern const bs_string bs_literal_1;
extern const bs_string bs_literal_2;
extern const bs_string bs_literal_3;
extern volatile uint32_t bs_exchange[];
union bs_exchanged { uint32_t word; float number; };
BS_GUARDS(3);
static float f0_measure_1(struct c1_Shape * shape_0, int32_t factor_1);
static BS_CONTINUATION bs_word f1_measure_rest(int32_t entry_0, struct c1_Shape * shape_1, bs_word factor_2, bs_word t_3);
static bs_word f2_measure(struct c1_Shape * shape_0, bs_word factor_1);
static void f3_top_level(void);
float f4_Shape_area(struct c1_Shape * this_0);
static void f5_Shape_constructor(struct c1_Shape * this_0);
float f6_Square_area(struct c2_Square * this_0);
static void f7_Square_constructor(struct c2_Square * this_0, float side_1);
static void f8_Dot_constructor(struct c3_Dot * this_0);
static __attribute__((noinline, section(".text.behind.read0_side"))) bs_word read0_side(bs_word w_0);

static float f0_measure_1(struct c1_Shape * shape_0, int32_t factor_1)
{
    float t_4 = f6_Square_area(({ bs_word w_2 = bs_word_of_reference(shape_0); ({ if (BS_UNLIKELY(!bs_has_class(w_2, &bs_class_2_Square))) { bs_word left_3 = ({ bs_guard_failed(0, w_2);
    f1_measure_rest(1, shape_0, bs_word_of_integer(factor_1), bs_word_of_reference(((void *)0))); }); if (bs_is_float(left_3)) return bs_untag_float(left_3); bs_leave_unexpected(left_3); return BS_RARE_FLOAT; } ((struct c2_Square *)bs_untag_reference(w_2)); }); }));
    float t_5 = (t_4 * ((float)factor_1));
    return (t_5 + ({ bs_word w_6 = bs_word_of_reference(shape_0); ({ if (BS_UNLIKELY(!bs_has_class(w_6, &bs_class_2_Square))) { bs_word left_7 = ({ bs_guard_failed(1, w_6);
    f1_measure_rest(2, shape_0, bs_word_of_reference(((void *)0)), bs_word_of_float(t_5)); }); if (bs_is_float(left_7)) return bs_untag_float(left_7); bs_leave_unexpected(left_7); return BS_RARE_FLOAT; } ((struct c2_Square *)bs_untag_reference(w_6)); }); })->p_side);
}

static BS_CONTINUATION bs_word f1_measure_rest(int32_t entry_0, struct c1_Shape * shape_1, bs_word factor_2, bs_word t_3)
{
    switch (entry_0) {
    case 1: goto resume_1;
    case 2: goto resume_2;
    }
    resume_1:;
    float t_4 = ({ ((float (*)(void *))((bs_object *)shape_1)->class_->methods[0])(shape_1); });
    (t_3 = bs_any_multiply(
    bs_word_of_float(t_4), factor_2));
    resume_2:;
    return
    bs_any_add(t_3, ({ bs_word w_5 = bs_word_of_reference(shape_1);
    read0_side(w_5); }));
}

static bs_word f2_measure(struct c1_Shape * shape_0, bs_word factor_1)
{
    if (bs_is_integer(factor_1))
    {
        return bs_word_of_float(({ float t_2 = f0_measure_1(shape_0, bs_narrow_integer(factor_1)); if (BS_IS_UNEXPECTED_FLOAT(t_2)) { bs_word left_3 = bs_take_unexpected(); return left_3; } t_2; }));
    }
    if ((!bs_is_integer(factor_1)))
    {
        bs_guard_failed(2, factor_1);
    }
    return f1_measure_rest(0, shape_0, factor_1, bs_word_of_reference(((void *)0)));
}

static void f3_top_level(void)
{
    ({ struct c3_Dot *object_0 = bs_allocate(&bs_class_3_Dot, 8); ((struct c3_Dot *)object_0)->p_side = 0; f8_Dot_constructor(object_0); object_0; });
    ({
    bs_print_word(f2_measure(((struct c1_Shape *)({ float t_2 = 0x1.0p1f;
    struct c2_Square *object_1 = bs_allocate(&bs_class_2_Square, 8); ((struct c2_Square *)object_1)->p_side = 0; f7_Square_constructor(object_1, t_2); object_1; })), 24u)); bs_print_end(1); });
    ({
    bs_print_word(f2_measure(((struct c1_Shape *)({ float t_4 = 0x1.8p1f;
    struct c2_Square *object_3 = bs_allocate(&bs_class_2_Square, 8); ((struct c2_Square *)object_3)->p_side = 0; f7_Square_constructor(object_3, t_4); object_3; })), 32u)); bs_print_end(1); });
}

float f4_Shape_area(struct c1_Shape * this_0)
{
    return 0x0.0p0f;
}

static void f5_Shape_constructor(struct c1_Shape * this_0)
{
}

float f6_Square_area(struct c2_Square * this_0)
{
    return (this_0->p_side * this_0->p_side);
}

static void f7_Square_constructor(struct c2_Square * this_0, float side_1)
{
    f5_Shape_constructor(((struct c1_Shape *)this_0));
    (this_0->p_side = side_1);
}

static void f8_Dot_constructor(struct c3_Dot * this_0)
{
    f5_Shape_constructor(((struct c1_Shape *)this_0));
    (this_0->p_side = 1);
}

static __attribute__((noinline, section(".text.behind.read0_side"))) bs_word read0_side(bs_word w_0)
{
    if (bs_is_object(w_0))
    switch (bs_class_of(w_0)->id) {
    case 2 ... 2:
        return
        bs_word_of_float(((struct c2_Square *)bs_untag_reference(w_0))->p_side);
    case 3 ... 3:
        return
        bs_word_of_integer(((struct c3_Dot *)bs_untag_reference(w_0))->p_side);
    }
    bs_raise_member(w_0, ((bs_string *)&bs_literal_3));
}

uint32_t bs_program(void)
{
    return 0;
}
