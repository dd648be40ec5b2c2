/* Single precision in registers, double precision by libgcc. */
float blend(float a, float b, float t) { return a + (b - a) * t; }
double widen(float a) { return a; }
double both(double a, double b) { return a * b + a / b - 1.0; }
float narrow(double a) { return (float)a; }
int32_t whole(float a) { return bs_float_to_integer(a) + (int32_t)a; }
float root(float a) { return __builtin_sqrtf(a); }
bool less(double a, double b) { return a < b; }

float norm(const bs_array_float *v)
{
    float sum = 0.0f;
    for (unsigned int i = 0; i < v->length; i++)
        sum += v->elements[i] * v->elements[i];
    return __builtin_sqrtf(sum);
}

float wave(float x) { return bs_sin(x) * bs_cos(x) + bs_float_remainder(x, 2.0f); }
