package org.bluescript.jmh.twins;

import java.util.Arrays;

final class Sieve {
    private Sieve() {}

    static int run() {
        int result = 0;
        for (int i = 0; i < 10; i++) {
            result = sieve(5000);
        }
        return result;
    }

    private static int sieve(int size) {
        boolean[] isPrime = new boolean[size + 1];
        Arrays.fill(isPrime, true);
        int primes = 0;
        for (int i = 2; i <= size; i++) {
            if (isPrime[i]) {
                primes++;
                for (int k = i + i; k <= size; k += i) {
                    isPrime[k] = false;
                }
            }
        }
        return primes;
    }
}
