// The sieve of Eratosthenes: how many primes are there up to 5000? Ten times.

function sieve(size) {
    const isPrime = new Array(size + 1).fill(true);
    let primes = 0;
    for (let i = 2; i <= size; i++) {
        if (isPrime[i]) {
            primes++;
            for (let k = i + i; k <= size; k += i) {
                isPrime[k] = false;
            }
        }
    }
    return primes;
}

function run() {
    let result = 0;
    for (let i = 0; i < 10; i++) {
        result = sieve(5000);
        if (result != 669) {
            throw new Error("wrong number of primes");
        }
    }
    return result;
}

function right(result) {
    return result == 669;
}
