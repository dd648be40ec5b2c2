struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct c1_Shape;
struct c2_Square;
struct c3_Circle;
struct array_0;
struct c1_Shape { const bs_class *class_; bs_string * p_name; };
struct c2_Square { struct c1_Shape super_; float p_side; };
struct c3_Circle { struct c1_Shape super_; float p_radius; };
struct array_0 BS_ARRAY_OF(struct c1_Shape *);
extern struct { struct array_0 * g0_shapes; } bs_globals;
extern const bs_class bs_class_1_Shape;
extern const bs_class bs_class_2_Square;
extern const bs_class bs_class_3_Circle;
extern const bs_string bs_literal_0;
extern const bs_string bs_literal_1;
extern const bs_string bs_literal_2;
extern const bs_string bs_literal_3;
extern const bs_string bs_literal_4;
extern const bs_string bs_literal_5;
static void f0_top_level(void);
static float f1_Shape_area(struct c1_Shape * this_0);
static bs_string * f2_Shape_describe(struct c1_Shape * this_0);
static void f3_Shape_constructor(struct c1_Shape * this_0, bs_string * protected_name_1);
float f4_Square_area(struct c2_Square * this_0);
static void f5_Square_constructor(struct c2_Square * this_0, float side_1);
float f6_Circle_area(struct c3_Circle * this_0);
static void f7_Circle_constructor(struct c3_Circle * this_0, float radius_1);

static void f0_top_level(void)
{
    struct array_0 * g0_shapes = 0;
    (g0_shapes = ({ struct c2_Square * t_0 = ({ float t_2 = 0x1.0p1f;
    struct c2_Square *object_1 = bs_allocate(&bs_class_2_Square, 16); ((struct c1_Shape *)object_1)->p_name = 0; ((struct c2_Square *)object_1)->p_side = 0; f5_Square_constructor(object_1, t_2); object_1; }); ({ struct c1_Shape * t_4 = ((struct c1_Shape *)t_0); struct c1_Shape * t_7 = ((struct c1_Shape *)({ float t_6 = 0x1.0p0f;
    struct c3_Circle *object_5 = bs_allocate(&bs_class_3_Circle, 16); ((struct c1_Shape *)object_5)->p_name = 0; ((struct c3_Circle *)object_5)->p_radius = 0; f7_Circle_constructor(object_5, t_6); object_5; }));
    struct array_0 *array_3 = ({ struct array_0 *array_8 = bs_allocate(&bs_class_array_reference, 16); array_8->length = 2; array_8; }); array_3->elements[0] = t_4; array_3->elements[1] = t_7; array_3; }); }));
    {
        struct array_0 * sequence_9 = g0_shapes;
        int32_t index_10 = 0;
        while ((index_10 < ((int32_t)sequence_9->length))) {
            {
                struct c1_Shape * shape_11 = ({ sequence_9->elements[index_10]; });
                {
                    ({
                    bs_print_object(({ f2_Shape_describe(shape_11); })); bs_print_end(1); });
                    if (({ struct c1_Shape * t_12 = shape_11; (((bs_object *)t_12)->class_ == &bs_class_3_Circle); }))
                    {
                        ({
                        bs_print_float(((struct c3_Circle *)shape_11)->p_radius); bs_print_end(1); });
                    }
                }
            }
            (index_10 = (index_10 + 1));
        }
    }
}

static float f1_Shape_area(struct c1_Shape * this_0)
{
    return 0x0.0p0f;
}

static bs_string * f2_Shape_describe(struct c1_Shape * this_0)
{
    return ({ bs_string * t_1 =
    bs_string_concat(this_0->p_name, ((bs_string *)&bs_literal_3));
    bs_string_concat(t_1,
    bs_string_from_float(({ ((float (*)(void *))((bs_object *)this_0)->class_->methods[0])(this_0); }))); });
}

static void f3_Shape_constructor(struct c1_Shape * this_0, bs_string * protected_name_1)
{
    (this_0->p_name = protected_name_1);
}

float f4_Square_area(struct c2_Square * this_0)
{
    return (this_0->p_side * this_0->p_side);
}

static void f5_Square_constructor(struct c2_Square * this_0, float side_1)
{
    f3_Shape_constructor(((struct c1_Shape *)this_0), ((bs_string *)&bs_literal_4));
    (this_0->p_side = side_1);
}

float f6_Circle_area(struct c3_Circle * this_0)
{
    return ((0x1.921fb6p1f * this_0->p_radius) * this_0->p_radius);
}

static void f7_Circle_constructor(struct c3_Circle * this_0, float radius_1)
{
    f3_Shape_constructor(((struct c1_Shape *)this_0), ((bs_string *)&bs_literal_5));
    (this_0->p_radius = radius_1);
}

uint32_t bs_program(void)
{
    f0_top_level();
    return 0;
}
