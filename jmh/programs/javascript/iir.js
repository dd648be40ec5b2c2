// An infinite impulse response filter: four second-order sections, one after the other, over
// 2048 samples, five times. The result is a checksum of the last output.

// One section, in transposed direct form II.
class Section {
    constructor(b0, b1, b2, a1, a2) {
        this.s1 = 0.0;
        this.s2 = 0.0;
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    // Filters the samples in place.
    filter(samples) {
        for (let i = 0; i < samples.length; i++) {
            const input = samples[i];
            const output = this.b0 * input + this.s1;
            this.s1 = this.b1 * input - this.a1 * output + this.s2;
            this.s2 = this.b2 * input - this.a2 * output;
            samples[i] = output;
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

function checksumOf(samples) {
    let checksum = 0;
    for (const sample of samples) {
        checksum = (checksum * 31 + ((sample * 1000000.0) | 0)) | 0;
    }
    return checksum;
}

let samples = [];

function run() {
    const sections = [
        new Section(0.25, 0.5, 0.25, -0.5, 0.25),
        new Section(0.3, 0.6, 0.3, -0.4, 0.6),
        new Section(0.75, -1.5, 0.75, -1.6, 0.8),
        new Section(0.8, -1.6, 0.8, -1.2, 0.5),
    ];
    let result = 0;
    for (let round = 0; round < 5; round++) {
        samples = makeSignal(2048);
        for (const section of sections) {
            section.filter(samples);
        }
        result = checksumOf(samples);
    }
    return result;
}

// Numbers of other precision have another checksum, but samples that are close.
function right(result) {
    return Math.abs(samples[100] - 1.54239) < 0.002 && Math.abs(samples[500] + 0.38291) < 0.002;
}
