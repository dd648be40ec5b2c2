// The Mandelbrot set on a square of 100 by 100 points, at most 50 iterations a point. Eight points make a
// byte, as in a bitmap file; the result is the exclusive-or of all bytes.

function mandelbrot(size) {
    const limit = 50;
    let sum = 0;
    let bits = 0;
    let bitCount = 0;

    for (let y = 0; y < size; y++) {
        const ci = 2.0 * y / size - 1.0;
        for (let x = 0; x < size; x++) {
            const cr = 2.0 * x / size - 1.5;
            let zr2 = 0.0;
            let zi2 = 0.0;
            let zi = 0.0;
            let escaped = 0;
            for (let i = 0; i < limit; i++) {
                const zr = zr2 - zi2 + cr;
                zi = 2.0 * zr * zi + ci;
                zr2 = zr * zr;
                zi2 = zi * zi;
                if (zr2 + zi2 > 4.0) {
                    escaped = 1;
                    break;
                }
            }

            bits = (bits << 1) + escaped;
            bitCount++;
            if (bitCount == 8) {
                sum ^= bits;
                bits = 0;
                bitCount = 0;
            } else if (x == size - 1) {
                sum ^= bits << (8 - bitCount);
                bits = 0;
                bitCount = 0;
            }
        }
    }
    return sum;
}

function run() {
    return mandelbrot(100);
}

// In binary32 it is 109; a few points at the edge are others in binary64.
function right(result) {
    return result == 109 || result == 239;
}
