/* The sieve of Eratosthenes: how many primes are there up to 5000? Ten times. */
#include "../twin.h"

#include <string.h>

static int32_t sieve(int32_t size)
{
    bool *is_prime = malloc(size + 1);
    memset(is_prime, true, size + 1);
    int32_t primes = 0;
    for (int32_t i = 2; i <= size; i++) {
        if (is_prime[i]) {
            primes++;
            for (int32_t k = i + i; k <= size; k += i)
                is_prime[k] = false;
        }
    }
    free(is_prime);
    return primes;
}

int32_t bench_main(void)
{
    for (int32_t i = 0; i < 10; i++) {
        if (sieve(5000) != 669)
            return 0;
    }
    return 1;
}
