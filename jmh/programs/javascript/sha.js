// SHA-256 (FIPS 180-4) of one kilobyte, ten times. The message is the bytes 0, 1, 2… 255 over and over.

const ROUND_CONSTANTS = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

function rotateRight(word, count) {
    return (word >>> count) | (word << (32 - count));
}

class Sha256 {
    constructor() {
        this.hash = [
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
        ];
        this.schedule = new Array(64).fill(0);
    }

    // The eight words of the digest. Call it once.
    digest(message) {
        const blocks = message.length / 64;
        for (let block = 0; block < blocks; block++) {
            this.compress(message, block * 64);
        }
        this.compress(this.padding(message, blocks * 64), 0);
        return this.hash;
    }

    // The last block: what is left of the message (at most 55 bytes here), a one bit, zeros, the length in bits.
    padding(message, start) {
        const last = new Uint8Array(64);
        const rest = message.length - start;
        for (let i = 0; i < rest; i++) {
            last[i] = message[start + i];
        }
        last[rest] = 0x80;
        const bits = message.length * 8;
        for (let i = 0; i < 4; i++) {
            last[63 - i] = bits >>> (8 * i);
        }
        return last;
    }

    compress(bytes, start) {
        const w = this.schedule;
        for (let i = 0; i < 16; i++) {
            const at = start + 4 * i;
            w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
        }
        for (let i = 16; i < 64; i++) {
            const w15 = w[i - 15];
            const w2 = w[i - 2];
            const s0 = rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ (w15 >>> 3);
            const s1 = rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ (w2 >>> 10);
            w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
        }

        const hash = this.hash;
        let a = hash[0];
        let b = hash[1];
        let c = hash[2];
        let d = hash[3];
        let e = hash[4];
        let f = hash[5];
        let g = hash[6];
        let h = hash[7];
        for (let i = 0; i < 64; i++) {
            const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
            const choice = (e & f) ^ (~e & g);
            const t1 = h + s1 + choice + ROUND_CONSTANTS[i] + w[i];
            const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
            const majority = (a & b) ^ (a & c) ^ (b & c);
            const t2 = s0 + majority;
            h = g;
            g = f;
            f = e;
            e = (d + t1) | 0;
            d = c;
            c = b;
            b = a;
            a = (t1 + t2) | 0;
        }
        hash[0] = (hash[0] + a) | 0;
        hash[1] = (hash[1] + b) | 0;
        hash[2] = (hash[2] + c) | 0;
        hash[3] = (hash[3] + d) | 0;
        hash[4] = (hash[4] + e) | 0;
        hash[5] = (hash[5] + f) | 0;
        hash[6] = (hash[6] + g) | 0;
        hash[7] = (hash[7] + h) | 0;
    }
}

const EXPECTED = [
    0x785b0751, 0xfc2c53dc, 0x14a4ce3d, 0x800e69ef, 0x9ce1009e, 0xb327ccf4, 0x58afe09c, 0x242c26c9,
];
let digest = [];

function run() {
    const message = new Uint8Array(1024);
    for (let i = 0; i < message.length; i++) {
        message[i] = i;
    }
    for (let round = 0; round < 10; round++) {
        digest = new Sha256().digest(message);
    }
    return digest[0];
}

function right(result) {
    for (let i = 0; i < EXPECTED.length; i++) {
        if (digest[i] != (EXPECTED[i] | 0)) {
            return false;
        }
    }
    return true;
}
