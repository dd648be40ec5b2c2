// Fast Fourier transform of 512 complex points (radix 2, in place, decimation in time). A
// signal is transformed to its spectrum and back ten times; the result is a checksum of the last spectrum.

class Transform {
    // The size is a power of two; `alpha` is 2 sin²(pi / size) and `beta` is sin(2 pi / size): the factors
    // come from the first one by a recurrence that turns by the same angle again and again.
    constructor(size, alpha, beta) {
        this.size = size;
        this.cosines = new Array(size / 2).fill(0.0);
        this.sines = new Array(size / 2).fill(0.0);
        let cosine = 1.0;
        let sine = 0.0;
        for (let i = 0; i < size / 2; i++) {
            this.cosines[i] = cosine;
            this.sines[i] = sine;
            const next = cosine - (alpha * cosine + beta * sine);
            sine = sine - (alpha * sine - beta * cosine);
            cosine = next;
        }
    }

    forward(re, im) {
        this.transform(re, im, -1.0);
    }

    backward(re, im) {
        this.transform(re, im, 1.0);
        const scale = 1.0 / this.size;
        for (let i = 0; i < this.size; i++) {
            re[i] *= scale;
            im[i] *= scale;
        }
    }

    transform(re, im, direction) {
        this.reorder(re, im);
        for (let half = 1; half < this.size; half *= 2) {
            const stride = this.size / (2 * half);
            for (let start = 0; start < this.size; start += 2 * half) {
                for (let k = 0; k < half; k++) {
                    const wr = this.cosines[k * stride];
                    const wi = direction * this.sines[k * stride];
                    const a = start + k;
                    const b = a + half;
                    const tr = wr * re[b] - wi * im[b];
                    const ti = wr * im[b] + wi * re[b];
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    // Exchanges every element with the one whose index has the bits in reverse order.
    reorder(re, im) {
        let j = 0;
        for (let i = 0; i < this.size - 1; i++) {
            if (i < j) {
                const savedRe = re[i];
                const savedIm = im[i];
                re[i] = re[j];
                im[i] = im[j];
                re[j] = savedRe;
                im[j] = savedIm;
            }
            let bit = this.size / 2;
            while (bit <= j) {
                j -= bit;
                bit /= 2;
            }
            j += bit;
        }
    }
}

function makeSignal(size) {
    const signal = new Array(size).fill(0.0);
    let seed = 74755;
    for (let i = 0; i < size; i++) {
        seed = (seed * 1309 + 13849) & 65535;
        signal[i] = (seed - 32768) / 32768.0;
    }
    return signal;
}

function checksumOf(re, im) {
    let checksum = 0;
    for (let i = 0; i < re.length; i++) {
        checksum = (checksum * 31 + ((re[i] * 256.0) | 0)) | 0;
        checksum = (checksum * 31 + ((im[i] * 256.0) | 0)) | 0;
    }
    return checksum;
}

let spectrum = 0;

function run() {
    const size = 512;
    const signal = makeSignal(size);
    const re = makeSignal(size);
    const im = new Array(size).fill(0.0);
    const transform = new Transform(size, 0.0000752981608554592, 0.0122715382857199);
    let result = 0;
    for (let round = 0; round < 10; round++) {
        transform.forward(re, im);
        result = checksumOf(re, im);
        spectrum = re[1];
        transform.backward(re, im);
    }
    for (let i = 0; i < size; i++) {
        const error = re[i] - signal[i];
        if (!(error > -0.001 && error < 0.001)) {
            throw new Error("the signal did not come back");
        }
    }
    return result;
}

// Numbers of other precision have another checksum, but samples that are close.
function right(result) {
    return Math.abs(spectrum - 4.5246) < 0.01;
}
