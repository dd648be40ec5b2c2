package org.bluescript.backend.link;

/**
 * Writes addresses into code and data: the arithmetic of one relocation. The names are those of the specification: S is
 * the symbol's address, T is 1 if it is a Thumb function, A the addend that stands in the place, P the address of the
 * place. Source: ELF for the Arm Architecture, 5.6.1; the encodings: ARMv7-M ARM, A7.7.
 */
final class Relocator {
    /** {@code NOP.W}: what a call of a weak symbol that nobody defines becomes. */
    private static final int NOP_WIDE = 0x8000f3af;

    private final byte[] bytes;

    Relocator(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Changes the place at {@code offset}, which the caller has checked to lie inside.
     *
     * @param symbol S
     * @param thumb  T
     * @param place  P
     * @return whether the value fits; if not, nothing has been changed
     */
    boolean apply(RelocationType type, int offset, int symbol, int thumb, int place) {
        return switch (type) {
            case NONE, V4BX -> true;
            case ABS32, TARGET1 -> write32(offset, symbol + read32(offset) | thumb);
            case REL32 -> write32(offset, (symbol + read32(offset) | thumb) - place);
            case PREL31 -> writePrel31(offset, symbol, thumb, place);
            case ABS16 -> write16(offset, symbol + (short) read16(offset));
            case ABS8 -> write8(offset, symbol + bytes[offset]);
            case THM_CALL, THM_JUMP24 -> writeBranch24(offset, symbol - place);
            case THM_JUMP19 -> writeBranch19(offset, symbol - place);
            case THM_JUMP11 -> writeBranch11(offset, symbol - place);
            case THM_JUMP8 -> writeBranch8(offset, symbol - place);
            case THM_MOVW_ABS_NC -> writeMove(offset, symbol + readMove(offset) | thumb);
            case THM_MOVT_ABS -> writeMove(offset, symbol + readMove(offset) >>> 16);
            case THM_MOVW_PREL_NC -> writeMove(offset, (symbol + readMove(offset) | thumb) - place);
            case THM_MOVT_PREL -> writeMove(offset, symbol + readMove(offset) - place >>> 16);
        };
    }

    /** Makes the branch at {@code offset} do nothing. */
    void neutralise(int offset) {
        write32(offset, NOP_WIDE);
    }

    private boolean writePrel31(int offset, int symbol, int thumb, int place) {
        int old = read32(offset);
        int addend = old << 1 >> 1;
        int value = (symbol + addend | thumb) - place;
        return write32(offset, old & 0x80000000 | value & 0x7fffffff);
    }

    /** BL and B.W: S:I1:I2:imm10:imm11:0, where J = not(I) xor S. */
    private boolean writeBranch24(int offset, int distance) {
        int high = read16(offset);
        int low = read16(offset + 2);
        int sign = high >> 10 & 1;
        int i1 = ~(low >> 13 ^ sign) & 1;
        int i2 = ~(low >> 11 ^ sign) & 1;
        int addend = (-sign << 24 | i1 << 23 | i2 << 22 | (high & 0x3ff) << 12 | (low & 0x7ff) << 1);
        int value = distance + addend;
        if (value < -(1 << 24) || value >= 1 << 24) {
            return false;
        }
        int s = value >> 24 & 1;
        int j1 = ~(value >> 23) & 1 ^ s;
        int j2 = ~(value >> 22) & 1 ^ s;
        write16(offset, high & 0xf800 | s << 10 | value >> 12 & 0x3ff);
        write16(offset + 2, low & 0xd000 | j1 << 13 | j2 << 11 | value >> 1 & 0x7ff);
        return true;
    }

    /** B.W with a condition: S:J2:J1:imm6:imm11:0. */
    private boolean writeBranch19(int offset, int distance) {
        int high = read16(offset);
        int low = read16(offset + 2);
        int addend = -(high >> 10 & 1) << 20 | (low >> 11 & 1) << 19 | (low >> 13 & 1) << 18 | (high & 0x3f) << 12
                | (low & 0x7ff) << 1;
        int value = distance + addend;
        if (value < -(1 << 20) || value >= 1 << 20) {
            return false;
        }
        write16(offset, high & 0xfbc0 | (value >> 20 & 1) << 10 | value >> 12 & 0x3f);
        write16(offset + 2, low & 0xd000 | (value >> 18 & 1) << 13 | (value >> 19 & 1) << 11 | value >> 1 & 0x7ff);
        return true;
    }

    private boolean writeBranch11(int offset, int distance) {
        int old = read16(offset);
        int value = distance + (old << 21 >> 20);
        if (value < -(1 << 11) || value >= 1 << 11) {
            return false;
        }
        return write16(offset, old & 0xf800 | value >> 1 & 0x7ff);
    }

    private boolean writeBranch8(int offset, int distance) {
        int old = read16(offset);
        int value = distance + (old << 24 >> 23);
        if (value < -(1 << 8) || value >= 1 << 8) {
            return false;
        }
        return write16(offset, old & 0xff00 | value >> 1 & 0xff);
    }

    /** MOVW and MOVT: imm4:i:imm3:imm8, in a place without a value yet a signed number. */
    private int readMove(int offset) {
        int high = read16(offset);
        int low = read16(offset + 2);
        return (short) ((high & 15) << 12 | (high >> 10 & 1) << 11 | (low >> 12 & 7) << 8 | low & 0xff);
    }

    private boolean writeMove(int offset, int value) {
        write16(offset, read16(offset) & 0xfbf0 | value >> 12 & 15 | (value >> 11 & 1) << 10);
        return write16(offset + 2, read16(offset + 2) & 0x8f00 | (value >> 8 & 7) << 12 | value & 0xff);
    }

    private int read16(int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8;
    }

    int read32(int offset) {
        return read16(offset) | read16(offset + 2) << 16;
    }

    /** Only the width is checked: a half word may be meant signed or unsigned. */
    private boolean write16(int offset, int value) {
        if (value < -0x8000 || value > 0xffff) {
            return false;
        }
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
        return true;
    }

    private boolean write8(int offset, int value) {
        if (value < -0x80 || value > 0xff) {
            return false;
        }
        bytes[offset] = (byte) value;
        return true;
    }

    boolean write32(int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
        bytes[offset + 2] = (byte) (value >> 16);
        bytes[offset + 3] = (byte) (value >> 24);
        return true;
    }
}
