# The sieve of Eratosthenes: how many primes are there up to 5000? Ten times.


def sieve(size):
    is_prime = [True] * (size + 1)
    primes = 0
    for i in range(2, size + 1):
        if is_prime[i]:
            primes += 1
            for k in range(i + i, size + 1, i):
                is_prime[k] = False
    return primes


def run():
    result = 0
    for i in range(10):
        result = sieve(5000)
        if result != 669:
            raise ValueError("wrong number of primes")
    return result


def right(result):
    return result == 669
