# The Mandelbrot set on a square of 100 by 100 points, at most 50 iterations a point. Eight points make a
# byte, as in a bitmap file; the result is the exclusive-or of all bytes.


def mandelbrot(size):
    limit = 50
    sum = 0
    bits = 0
    bit_count = 0

    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            cr = 2.0 * x / size - 1.5
            zr2 = 0.0
            zi2 = 0.0
            zi = 0.0
            escaped = 0
            for i in range(limit):
                zr = zr2 - zi2 + cr
                zi = 2.0 * zr * zi + ci
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    escaped = 1
                    break

            bits = (bits << 1) + escaped
            bit_count += 1
            if bit_count == 8:
                sum ^= bits
                bits = 0
                bit_count = 0
            elif x == size - 1:
                sum ^= bits << (8 - bit_count)
                bits = 0
                bit_count = 0
    return sum


def run():
    return mandelbrot(100)


# In binary32 it is 109. A few points at the edge are others in binary64, and in binary32 without its last two bits, as
# MicroPython has it where a float is kept in the word of a reference.
def right(result):
    return result in (109, 239, 107)
