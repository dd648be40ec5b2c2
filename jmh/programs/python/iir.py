# An infinite impulse response filter: four second-order sections, one after the other, over
# 2048 samples, five times. The result is a checksum of the last output.


# One section, in transposed direct form II.
class Section:
    def __init__(self, b0, b1, b2, a1, a2):
        self.s1 = 0.0
        self.s2 = 0.0
        self.b0 = b0
        self.b1 = b1
        self.b2 = b2
        self.a1 = a1
        self.a2 = a2

    # Filters the samples in place.
    def filter(self, samples):
        for i in range(len(samples)):
            input = samples[i]
            output = self.b0 * input + self.s1
            self.s1 = self.b1 * input - self.a1 * output + self.s2
            self.s2 = self.b2 * input - self.a2 * output
            samples[i] = output


def make_signal(size):
    signal = [0.0] * size
    seed = 74755
    for i in range(size):
        seed = (seed * 1309 + 13849) & 65535
        signal[i] = (seed - 32768) / 32768.0
    return signal


def checksum_of(samples):
    checksum = 0
    for sample in samples:
        checksum = (checksum * 31 + int(sample * 1000000.0)) & 0xffffffff
    return checksum


samples = []


def run():
    global samples
    sections = [
        Section(0.25, 0.5, 0.25, -0.5, 0.25),
        Section(0.3, 0.6, 0.3, -0.4, 0.6),
        Section(0.75, -1.5, 0.75, -1.6, 0.8),
        Section(0.8, -1.6, 0.8, -1.2, 0.5),
    ]
    result = 0
    for round in range(5):
        samples = make_signal(2048)
        for section in sections:
            section.filter(samples)
        result = checksum_of(samples)
    return result


# Numbers of other precision have another checksum, but samples that are close.
def right(result):
    return abs(samples[100] - 1.54239) < 0.002 and abs(samples[500] + 0.38291) < 0.002
