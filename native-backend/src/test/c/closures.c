/* Function values: code addresses in data, indirect calls. */
typedef struct Adder { const bs_class *class_; int32_t (*code)(struct Adder *, int32_t); int32_t amount; } Adder;
static const bs_class adder_class = {.kind = BS_KIND_CLOSURE, .size = 16};

static int32_t adder_code(Adder *self, int32_t x) { return x + self->amount; }

Adder *make_adder(int32_t amount)
{
    Adder *adder = bs_new_object(&adder_class);
    adder->code = adder_code;
    adder->amount = amount;
    return adder;
}

int32_t fold(const bs_array_integer *a, Adder *f)
{
    int32_t x = 0;
    for (unsigned int i = 0; i < a->length; i++)
        x = f->code(f, x) + a->elements[i];
    return x;
}
