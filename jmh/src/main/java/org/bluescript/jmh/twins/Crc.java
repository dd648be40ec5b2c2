package org.bluescript.jmh.twins;

final class Crc {
    private Crc() {}

    static int run() {
        int[] table = makeTable();
        byte[] data = makeData(1024);
        int result = 0;
        for (int round = 0; round < 50; round++) {
            result = crc32(table, data, result);
        }
        return result;
    }

    private static int[] makeTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int word = i;
            for (int bit = 0; bit < 8; bit++) {
                word = (word & 1) != 0 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
            }
            table[i] = word;
        }
        return table;
    }

    private static byte[] makeData(int size) {
        byte[] data = new byte[size];
        int seed = 74755;
        for (int i = 0; i < size; i++) {
            seed = (seed * 1309 + 13849) & 65535;
            data[i] = (byte) (seed >> 8);
        }
        return data;
    }

    private static int crc32(int[] table, byte[] data, int before) {
        int crc = ~before;
        for (int i = 0; i < data.length; i++) {
            crc = table[(crc ^ data[i]) & 0xff] ^ (crc >>> 8);
        }
        return ~crc;
    }
}
