/*
 * An infinite impulse response filter in binary32: four second-order sections, one after the other, over
 * 2048 samples, five times. The result is a checksum of the last output.
 */
#include "../twin.h"

/* One section, in transposed direct form II. */
struct section {
    float b0, b1, b2, a1, a2;
    float s1, s2;
};

/* Filters the samples in place. */
static void filter(struct section *section, float *samples, int32_t size)
{
    for (int32_t i = 0; i < size; i++) {
        float input = samples[i];
        float output = section->b0 * input + section->s1;
        section->s1 = section->b1 * input - section->a1 * output + section->s2;
        section->s2 = section->b2 * input - section->a2 * output;
        samples[i] = output;
    }
}

static float *make_signal(int32_t size)
{
    float *signal = malloc(size * sizeof *signal);
    int32_t seed = TWIN_RANDOM_SEED;
    for (int32_t i = 0; i < size; i++)
        signal[i] = (twin_random(&seed) - 32768) / 32768.0f;
    return signal;
}

static int32_t checksum_of(const float *samples, int32_t size)
{
    uint32_t checksum = 0;
    for (int32_t i = 0; i < size; i++)
        checksum = checksum * 31 + (int32_t)(samples[i] * 1000000.0f);
    return (int32_t)checksum;
}

int32_t bench_main(void)
{
    struct section sections[4] = {
        {0.25f, 0.5f, 0.25f, -0.5f, 0.25f, 0.0f, 0.0f},
        {0.3f, 0.6f, 0.3f, -0.4f, 0.6f, 0.0f, 0.0f},
        {0.75f, -1.5f, 0.75f, -1.6f, 0.8f, 0.0f, 0.0f},
        {0.8f, -1.6f, 0.8f, -1.2f, 0.5f, 0.0f, 0.0f},
    };
    const int32_t size = 2048;
    int32_t result = 0;
    for (int32_t round = 0; round < 5; round++) {
        float *samples = make_signal(size);
        for (int32_t i = 0; i < 4; i++)
            filter(&sections[i], samples, size);
        result = checksum_of(samples, size);
        free(samples);
    }
    return result == -452541849;
}
