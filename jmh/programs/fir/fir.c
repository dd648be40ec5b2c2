/*
 * A finite impulse response filter of 32 taps over 1024 samples in binary32, five times: each round
 * filters the output of the round before. The result is a checksum of the last output.
 */
#include "../twin.h"

/* The taps are a triangle whose sum is 1: a low pass. */
static float *make_taps(int32_t count)
{
    float *taps = malloc(count * sizeof *taps);
    float sum = 0.0f;
    for (int32_t i = 0; i < count; i++) {
        taps[i] = i < count / 2 ? i + 1 : count - i;
        sum += taps[i];
    }
    for (int32_t i = 0; i < count; i++)
        taps[i] /= sum;
    return taps;
}

static float *make_signal(int32_t size)
{
    float *signal = malloc(size * sizeof *signal);
    int32_t seed = TWIN_RANDOM_SEED;
    for (int32_t i = 0; i < size; i++)
        signal[i] = (twin_random(&seed) - 32768) / 32768.0f;
    return signal;
}

/* The first outputs, for which there are not samples enough, are 0. */
static void filter(const float *taps, int32_t tap_count, const float *input, int32_t size, float *output)
{
    for (int32_t i = tap_count - 1; i < size; i++) {
        float sum = 0.0f;
        for (int32_t k = 0; k < tap_count; k++)
            sum += taps[k] * input[i - k];
        output[i] = sum;
    }
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
    const int32_t tap_count = 32, size = 1024;
    float *taps = make_taps(tap_count);
    float *input = make_signal(size);
    float *output = calloc(size, sizeof *output);
    for (int32_t round = 0; round < 5; round++) {
        filter(taps, tap_count, input, size, output);
        float *filtered = output;
        output = input;
        input = filtered;
    }
    int32_t result = checksum_of(input, size);
    free(output);
    free(input);
    free(taps);
    return result == -141943918;
}
