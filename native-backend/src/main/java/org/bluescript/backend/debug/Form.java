package org.bluescript.backend.debug;

import org.bluescript.backend.elf.ByteCursor;
import org.bluescript.backend.elf.ElfFormatException;

/** How an attribute's value is encoded (DWARF 5, 7.5.6), for units with 32-bit offsets and 4-byte addresses. */
final class Form {
    static final int ADDR = 0x01;
    static final int BLOCK2 = 0x03;
    static final int BLOCK4 = 0x04;
    static final int DATA2 = 0x05;
    static final int DATA4 = 0x06;
    static final int DATA8 = 0x07;
    static final int STRING = 0x08;
    static final int BLOCK = 0x09;
    static final int BLOCK1 = 0x0a;
    static final int DATA1 = 0x0b;
    static final int FLAG = 0x0c;
    static final int SDATA = 0x0d;
    static final int STRP = 0x0e;
    static final int UDATA = 0x0f;
    static final int REF_ADDR = 0x10;
    static final int REF1 = 0x11;
    static final int REF2 = 0x12;
    static final int REF4 = 0x13;
    static final int REF8 = 0x14;
    static final int REF_UDATA = 0x15;
    static final int INDIRECT = 0x16;
    static final int SEC_OFFSET = 0x17;
    static final int EXPRLOC = 0x18;
    static final int FLAG_PRESENT = 0x19;
    static final int STRX = 0x1a;
    static final int ADDRX = 0x1b;
    static final int REF_SUP4 = 0x1c;
    static final int STRP_SUP = 0x1d;
    static final int DATA16 = 0x1e;
    static final int LINE_STRP = 0x1f;
    static final int REF_SIG8 = 0x20;
    static final int IMPLICIT_CONST = 0x21;
    static final int LOCLISTX = 0x22;
    static final int RNGLISTX = 0x23;
    static final int REF_SUP8 = 0x24;
    static final int STRX1 = 0x25;
    static final int STRX2 = 0x26;
    static final int STRX3 = 0x27;
    static final int STRX4 = 0x28;
    static final int ADDRX1 = 0x29;
    static final int ADDRX2 = 0x2a;
    static final int ADDRX3 = 0x2b;
    static final int ADDRX4 = 0x2c;

    private Form() {}

    /**
     * Reads a value: numbers, addresses and offsets as they are, strings in line and blocks as the offset at which they
     * begin, 16-byte values as 0. {@code implicit} is the value of {@link #IMPLICIT_CONST}.
     */
    static long read(ByteCursor in, int form, long implicit) {
        return switch (form) {
            case ADDR, DATA4, STRP, REF_ADDR, REF4, SEC_OFFSET, REF_SUP4, STRP_SUP, LINE_STRP, STRX4, ADDRX4 -> in.u32();
            case DATA1, FLAG, REF1, STRX1, ADDRX1 -> in.u8();
            case DATA2, REF2, STRX2, ADDRX2 -> in.u16();
            case STRX3, ADDRX3 -> in.u16() | in.u8() << 16;
            case DATA8, REF8, REF_SIG8, REF_SUP8 -> in.i64();
            case SDATA -> in.sleb();
            case UDATA, REF_UDATA, STRX, ADDRX, LOCLISTX, RNGLISTX -> in.uleb();
            case FLAG_PRESENT -> 1;
            case IMPLICIT_CONST -> implicit;
            case STRING -> {
                int start = in.position();
                in.string();
                yield start;
            }
            case BLOCK1 -> block(in, in.u8());
            case BLOCK2 -> block(in, in.u16());
            case BLOCK4 -> block(in, in.u32());
            case BLOCK, EXPRLOC -> block(in, in.uleb());
            case DATA16 -> {
                in.skip(16);
                yield 0;
            }
            case INDIRECT -> read(in, directForm(in), implicit);
            default -> throw new ElfFormatException("unknown attribute form 0x%x".formatted(form));
        };
    }

    private static int directForm(ByteCursor in) {
        int form = (int) in.uleb();
        if (form == INDIRECT) {
            throw new ElfFormatException("an indirect attribute form that is indirect itself");
        }
        return form;
    }

    private static long block(ByteCursor in, long size) {
        int start = in.position();
        if (size < 0) {
            throw new ElfFormatException("a block of %d bytes".formatted(size));
        }
        in.skip(size);
        return start;
    }
}
