struct cell_integer { const bs_class *class_; int32_t value; };
struct cell_float { const bs_class *class_; float value; };
struct cell_boolean { const bs_class *class_; bool value; };
struct cell_reference { const bs_class *class_; void *value; };
struct closure_f1_counter_closure1 { const bs_class *class_; void (*code)(void); _Alignas(4) struct cell_integer * capture0; _Alignas(4) int32_t capture1; };
extern struct {  } bs_globals;
extern const bs_class bs_closure_class_0;
extern const bs_class bs_closure_class_1;
extern bs_object bs_function_0;
extern const bs_string bs_literal_0;
extern const bs_string bs_literal_1;
static void f0_top_level(void);
static int32_t f1_counter_closure1(struct closure_f1_counter_closure1 *self);
static bs_closure * f2_counter(int32_t start_0, int32_t step_1);
static int32_t f3_twice(bs_closure * f_0);
static int32_t f4_seven(void);

static void f0_top_level(void)
{
    ({ int32_t t_0 =
    f3_twice(
    f2_counter(1, 2)); int32_t t_1 =
    f3_twice(((bs_closure *)&bs_function_0)); ({
    bs_print_integer(t_0);
    bs_print_integer(t_1); bs_print_end(1); }); });
}

static int32_t f1_counter_closure1(struct closure_f1_counter_closure1 *self)
{
    (self->capture0->value = (self->capture0->value + self->capture1));
    return self->capture0->value;
}

static bs_closure * f2_counter(int32_t start_0, int32_t step_1)
{
    int32_t t_3 = start_0;
    struct cell_integer *count_2 = bs_allocate(&bs_class_cell_plain, sizeof(struct cell_integer));
    count_2->value = t_3;
    return ({
    struct closure_f1_counter_closure1 *closure_4 = bs_allocate(&bs_closure_class_1, 16); closure_4->code = (void (*)(void))f1_counter_closure1; closure_4->capture0 = (struct cell_integer *)count_2; closure_4->capture1 = (int32_t)step_1; (bs_closure *)closure_4; });
}

static int32_t f3_twice(bs_closure * f_0)
{
    return ({ int32_t t_1 = ({ bs_closure *closure_2 = f_0;
    ((int32_t (*)(bs_closure *))closure_2->code)(closure_2); }); (t_1 + ({ bs_closure *closure_3 = f_0;
    ((int32_t (*)(bs_closure *))closure_3->code)(closure_3); })); });
}

static int32_t f4_seven(void)
{
    return 7;
}

int32_t f4_seven_value(bs_closure *self) { return f4_seven(); }

uint32_t bs_program(void)
{
    f0_top_level();
    return 0;
}
