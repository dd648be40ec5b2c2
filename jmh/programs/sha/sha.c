/* SHA-256 (FIPS 180-4) of one kilobyte, ten times. The message is the bytes 0, 1, 2… 255 over and over. */
#include "../twin.h"

#include <string.h>

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static const uint32_t expected[8] = {
    0x785b0751, 0xfc2c53dc, 0x14a4ce3d, 0x800e69ef, 0x9ce1009e, 0xb327ccf4, 0x58afe09c, 0x242c26c9,
};

struct sha256 {
    uint32_t hash[8];
    uint32_t schedule[64];
};

static uint32_t rotate_right(uint32_t word, int32_t count)
{
    return (word >> count) | (word << (32 - count));
}

static void compress(struct sha256 *sha, const uint8_t *bytes)
{
    uint32_t *w = sha->schedule;
    for (int32_t i = 0; i < 16; i++) {
        const uint8_t *at = bytes + 4 * i;
        w[i] = ((uint32_t)at[0] << 24) | ((uint32_t)at[1] << 16) | ((uint32_t)at[2] << 8) | at[3];
    }
    for (int32_t i = 16; i < 64; i++) {
        uint32_t w15 = w[i - 15], w2 = w[i - 2];
        uint32_t s0 = rotate_right(w15, 7) ^ rotate_right(w15, 18) ^ (w15 >> 3);
        uint32_t s1 = rotate_right(w2, 17) ^ rotate_right(w2, 19) ^ (w2 >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }

    uint32_t *hash = sha->hash;
    uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3];
    uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    for (int32_t i = 0; i < 64; i++) {
        uint32_t s1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
        uint32_t choice = (e & f) ^ (~e & g);
        uint32_t t1 = h + s1 + choice + round_constants[i] + w[i];
        uint32_t s0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
        uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
        uint32_t t2 = s0 + majority;
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
    hash[5] += f;
    hash[6] += g;
    hash[7] += h;
}

/* Leaves the digest in `hash`. What is left of the message after whole blocks is at most 55 bytes here. */
static void digest(struct sha256 *sha, const uint8_t *message, int32_t length)
{
    static const uint32_t initial[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    memcpy(sha->hash, initial, sizeof initial);
    int32_t blocks = length / 64;
    for (int32_t block = 0; block < blocks; block++)
        compress(sha, message + block * 64);

    uint8_t last[64] = {0};
    int32_t rest = length - blocks * 64;
    memcpy(last, message + blocks * 64, rest);
    last[rest] = 0x80;
    uint32_t bits = length * 8;
    for (int32_t i = 0; i < 4; i++)
        last[63 - i] = bits >> (8 * i);
    compress(sha, last);
}

int32_t bench_main(void)
{
    const int32_t length = 1024;
    uint8_t *message = malloc(length);
    for (int32_t i = 0; i < length; i++)
        message[i] = i;
    struct sha256 *sha = malloc(sizeof *sha);
    for (int32_t round = 0; round < 10; round++)
        digest(sha, message, length);
    bool right = memcmp(sha->hash, expected, sizeof expected) == 0;
    free(sha);
    free(message);
    return right;
}
