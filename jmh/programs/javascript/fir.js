// A finite impulse response filter of 32 taps over 1024 samples, five times: each round
// filters the output of the round before. The result is a checksum of the last output.

// The taps are a triangle whose sum is 1: a low pass.
function makeTaps(count) {
    const taps = new Array(count).fill(0.0);
    let sum = 0.0;
    for (let i = 0; i < count; i++) {
        taps[i] = i < count / 2 ? i + 1 : count - i;
        sum += taps[i];
    }
    for (let i = 0; i < count; i++) {
        taps[i] /= sum;
    }
    return taps;
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

// The first outputs, for which there are not samples enough, are 0.
function filter(taps, input, output) {
    for (let i = taps.length - 1; i < input.length; i++) {
        let sum = 0.0;
        for (let k = 0; k < taps.length; k++) {
            sum += taps[k] * input[i - k];
        }
        output[i] = sum;
    }
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
    const taps = makeTaps(32);
    let input = makeSignal(1024);
    let output = new Array(1024).fill(0.0);
    for (let round = 0; round < 5; round++) {
        filter(taps, input, output);
        const filtered = output;
        output = input;
        input = filtered;
    }
    samples = input;
    return checksumOf(input);
}

// Numbers of other precision have another checksum, but samples that are close.
function right(result) {
    return Math.abs(samples[100] - 0.074817) < 0.0002 && Math.abs(samples[500] - 0.011567) < 0.0002;
}
