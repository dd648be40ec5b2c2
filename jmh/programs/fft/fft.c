/*
 * Fast Fourier transform of 512 complex points in binary32 (radix 2, in place, decimation in time). A
 * signal is transformed to its spectrum and back ten times; the result is a checksum of the last spectrum.
 */
#include "../twin.h"

struct transform {
    int32_t size;
    float *cosines;
    float *sines;
};

/*
 * The size is a power of two; `alpha` is 2 sin²(pi / size) and `beta` is sin(2 pi / size): the factors
 * come from the first one by a recurrence that turns by the same angle again and again.
 */
static struct transform make_transform(int32_t size, float alpha, float beta)
{
    struct transform transform = {
        size, malloc(size / 2 * sizeof(float)), malloc(size / 2 * sizeof(float)),
    };
    float cosine = 1.0f, sine = 0.0f;
    for (int32_t i = 0; i < size / 2; i++) {
        transform.cosines[i] = cosine;
        transform.sines[i] = sine;
        float next = cosine - (alpha * cosine + beta * sine);
        sine = sine - (alpha * sine - beta * cosine);
        cosine = next;
    }
    return transform;
}

/* Exchanges every element with the one whose index has the bits in reverse order. */
static void reorder(int32_t size, float *re, float *im)
{
    int32_t j = 0;
    for (int32_t i = 0; i < size - 1; i++) {
        if (i < j) {
            float saved_re = re[i], saved_im = im[i];
            re[i] = re[j];
            im[i] = im[j];
            re[j] = saved_re;
            im[j] = saved_im;
        }
        int32_t bit = size / 2;
        while (bit <= j) {
            j -= bit;
            bit /= 2;
        }
        j += bit;
    }
}

static void transform_by(const struct transform *transform, float *re, float *im, float direction)
{
    int32_t size = transform->size;
    reorder(size, re, im);
    for (int32_t half = 1; half < size; half *= 2) {
        int32_t stride = size / (2 * half);
        for (int32_t start = 0; start < size; start += 2 * half) {
            for (int32_t k = 0; k < half; k++) {
                float wr = transform->cosines[k * stride];
                float wi = direction * transform->sines[k * stride];
                int32_t a = start + k, b = a + half;
                float tr = wr * re[b] - wi * im[b];
                float ti = wr * im[b] + wi * re[b];
                re[b] = re[a] - tr;
                im[b] = im[a] - ti;
                re[a] += tr;
                im[a] += ti;
            }
        }
    }
}

static void forward(const struct transform *transform, float *re, float *im)
{
    transform_by(transform, re, im, -1.0f);
}

static void backward(const struct transform *transform, float *re, float *im)
{
    transform_by(transform, re, im, 1.0f);
    float scale = 1.0f / transform->size;
    for (int32_t i = 0; i < transform->size; i++) {
        re[i] *= scale;
        im[i] *= scale;
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

static int32_t checksum_of(int32_t size, const float *re, const float *im)
{
    uint32_t checksum = 0;
    for (int32_t i = 0; i < size; i++) {
        checksum = checksum * 31 + (int32_t)(re[i] * 256.0f);
        checksum = checksum * 31 + (int32_t)(im[i] * 256.0f);
    }
    return (int32_t)checksum;
}

int32_t bench_main(void)
{
    const int32_t size = 512;
    float *signal = make_signal(size);
    float *re = make_signal(size);
    float *im = calloc(size, sizeof *im);
    struct transform transform = make_transform(size, 0.0000752981608554592f, 0.0122715382857199f);
    int32_t result = 0;
    for (int32_t round = 0; round < 10; round++) {
        forward(&transform, re, im);
        result = checksum_of(size, re, im);
        backward(&transform, re, im);
    }
    bool came_back = true;
    for (int32_t i = 0; i < size; i++) {
        float error = re[i] - signal[i];
        if (!(error > -0.001f && error < 0.001f))
            came_back = false;
    }
    free(transform.sines);
    free(transform.cosines);
    free(im);
    free(re);
    free(signal);
    return came_back && result == -1433554719;
}
