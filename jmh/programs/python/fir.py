# A finite impulse response filter of 32 taps over 1024 samples, five times: each round
# filters the output of the round before. The result is a checksum of the last output.


# The taps are a triangle whose sum is 1: a low pass.
def make_taps(count):
    taps = [0.0] * count
    sum = 0.0
    for i in range(count):
        taps[i] = i + 1 if i < count / 2 else count - i
        sum += taps[i]
    for i in range(count):
        taps[i] /= sum
    return taps


def make_signal(size):
    signal = [0.0] * size
    seed = 74755
    for i in range(size):
        seed = (seed * 1309 + 13849) & 65535
        signal[i] = (seed - 32768) / 32768.0
    return signal


# The first outputs, for which there are not samples enough, are 0.
def filter(taps, input, output):
    for i in range(len(taps) - 1, len(input)):
        sum = 0.0
        for k in range(len(taps)):
            sum += taps[k] * input[i - k]
        output[i] = sum


def checksum_of(samples):
    checksum = 0
    for sample in samples:
        checksum = (checksum * 31 + int(sample * 1000000.0)) & 0xffffffff
    return checksum


samples = []


def run():
    global samples
    taps = make_taps(32)
    input = make_signal(1024)
    output = [0.0] * 1024
    for round in range(5):
        filter(taps, input, output)
        filtered = output
        output = input
        input = filtered
    samples = input
    return checksum_of(input)


# Numbers of other precision have another checksum, but samples that are close.
def right(result):
    return abs(samples[100] - 0.074817) < 0.0002 and abs(samples[500] - 0.011567) < 0.0002
