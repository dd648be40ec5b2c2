// CRC-32 (IEEE 802.3, reflected) of one kilobyte of pseudo-random bytes, by a table of 256 words; the
// checksum is carried on through fifty rounds.

function makeTable() {
    const table = new Array(256).fill(0);
    for (let i = 0; i < 256; i++) {
        let word = i;
        for (let bit = 0; bit < 8; bit++) {
            word = (word & 1) != 0 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
        }
        table[i] = word;
    }
    return table;
}

function makeData(size) {
    const data = new Uint8Array(size);
    let seed = 74755;
    for (let i = 0; i < size; i++) {
        seed = (seed * 1309 + 13849) & 65535;
        data[i] = seed >> 8;
    }
    return data;
}

// Carries the checksum of what came before on over the data.
function crc32(table, data, before) {
    let crc = ~before;
    for (let i = 0; i < data.length; i++) {
        crc = table[(crc ^ data[i]) & 0xff] ^ (crc >>> 8);
    }
    return ~crc;
}

function run() {
    const table = makeTable();
    const data = makeData(1024);
    let result = 0;
    for (let round = 0; round < 50; round++) {
        result = crc32(table, data, result);
    }
    return result;
}

function right(result) {
    return result == 1292454494;
}
