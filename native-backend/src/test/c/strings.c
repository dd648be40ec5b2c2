/* Constant strings laid out by hand, and the runtime's string functions. */
static const struct { const bs_class *class_; unsigned int length; char bytes[6]; }
    hello = {&bs_class_string, 5, "hello"}, other = {&bs_class_string, 5, "world"};

int32_t greet(int32_t n)
{
    bs_string *s = bs_string_concat((const bs_string *)&hello, bs_string_from_integer(n));
    bs_print_object(s);
    if (bs_string_equal(s, (const bs_string *)&other))
        bs_print_boolean(true);
    bs_print_end(BS_STREAM_OUT);
    return (int32_t)s->length;
}
