package org.bluescript.language.machine;

/** Well-formed UTF-8 (Unicode, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /** The length of the well-formed sequence that begins at an index; 1 if there is none. */
    static int sequenceLength(byte[] bytes, int index) {
        int first = bytes[index] & 0xff;
        int length = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
        if (length == 1 || length > bytes.length - index) {
            return 1;
        }
        // No overlong forms, surrogates, or more than U+10FFFF.
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        int second = bytes[index + 1] & 0xff;
        if (second < lowest || second > highest) {
            return 1;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[index + i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return length;
    }
}
