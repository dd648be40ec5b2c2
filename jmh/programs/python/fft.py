# Fast Fourier transform of 512 complex points (radix 2, in place, decimation in time). A
# signal is transformed to its spectrum and back ten times; the result is a checksum of the last spectrum.


class Transform:
    # The size is a power of two; `alpha` is 2 sin²(pi / size) and `beta` is sin(2 pi / size): the factors
    # come from the first one by a recurrence that turns by the same angle again and again.
    def __init__(self, size, alpha, beta):
        self.size = size
        self.cosines = [0.0] * (size // 2)
        self.sines = [0.0] * (size // 2)
        cosine = 1.0
        sine = 0.0
        for i in range(size // 2):
            self.cosines[i] = cosine
            self.sines[i] = sine
            next = cosine - (alpha * cosine + beta * sine)
            sine = sine - (alpha * sine - beta * cosine)
            cosine = next

    def forward(self, re, im):
        self.transform(re, im, -1.0)

    def backward(self, re, im):
        self.transform(re, im, 1.0)
        scale = 1.0 / self.size
        for i in range(self.size):
            re[i] *= scale
            im[i] *= scale

    def transform(self, re, im, direction):
        self.reorder(re, im)
        half = 1
        while half < self.size:
            stride = self.size // (2 * half)
            for start in range(0, self.size, 2 * half):
                for k in range(half):
                    wr = self.cosines[k * stride]
                    wi = direction * self.sines[k * stride]
                    a = start + k
                    b = a + half
                    tr = wr * re[b] - wi * im[b]
                    ti = wr * im[b] + wi * re[b]
                    re[b] = re[a] - tr
                    im[b] = im[a] - ti
                    re[a] += tr
                    im[a] += ti
            half *= 2

    # Exchanges every element with the one whose index has the bits in reverse order.
    def reorder(self, re, im):
        j = 0
        for i in range(self.size - 1):
            if i < j:
                saved_re = re[i]
                saved_im = im[i]
                re[i] = re[j]
                im[i] = im[j]
                re[j] = saved_re
                im[j] = saved_im
            bit = self.size // 2
            while bit <= j:
                j -= bit
                bit //= 2
            j += bit


def make_signal(size):
    signal = [0.0] * size
    seed = 74755
    for i in range(size):
        seed = (seed * 1309 + 13849) & 65535
        signal[i] = (seed - 32768) / 32768.0
    return signal


def checksum_of(re, im):
    checksum = 0
    for i in range(len(re)):
        checksum = (checksum * 31 + int(re[i] * 256.0)) & 0xffffffff
        checksum = (checksum * 31 + int(im[i] * 256.0)) & 0xffffffff
    return checksum


spectrum = 0


def run():
    global spectrum
    size = 512
    signal = make_signal(size)
    re = make_signal(size)
    im = [0.0] * size
    transform = Transform(size, 0.0000752981608554592, 0.0122715382857199)
    result = 0
    for round in range(10):
        transform.forward(re, im)
        result = checksum_of(re, im)
        spectrum = re[1]
        transform.backward(re, im)
    for i in range(size):
        error = re[i] - signal[i]
        if not (error > -0.001 and error < 0.001):
            raise ValueError("the signal did not come back")
    return result


# Numbers of other precision have another checksum, but samples that are close.
def right(result):
    return abs(spectrum - 4.5246) < 0.01
