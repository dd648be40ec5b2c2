package org.bluescript.backend.elf;

/**
 * One entry of a symbol table.
 *
 * @param index   its number in the table
 * @param value   in an object: offset in its section, alignment if {@link #isCommon()}; in a linked file: address.
 *                Bit 0 is set for a Thumb function
 * @param size    in bytes, 0 if unknown
 * @param type    one of the constants here, or another
 * @param binding one of the constants here, or another
 * @param section number of the section it lies in, or one of the constants here
 */
public record ElfSymbol(int index, String name, int value, int size, int type, int binding, int section) {
    public static final int NOTYPE = 0;
    public static final int OBJECT = 1;
    public static final int FUNCTION = 2;
    public static final int SECTION = 3;
    public static final int FILE = 4;
    public static final int TLS = 6;

    public static final int LOCAL = 0;
    public static final int GLOBAL = 1;
    public static final int WEAK = 2;

    public static final int UNDEFINED_SECTION = 0;
    public static final int ABSOLUTE_SECTION = 0xfff1;
    public static final int COMMON_SECTION = 0xfff2;

    public boolean isLocal() {
        return binding == LOCAL;
    }

    public boolean isWeak() {
        return binding == WEAK;
    }

    public boolean isUndefined() {
        return section == UNDEFINED_SECTION;
    }

    public boolean isCommon() {
        return section == COMMON_SECTION;
    }

    public boolean isAbsolute() {
        return section == ABSOLUTE_SECTION;
    }

    public boolean isFunction() {
        return type == FUNCTION;
    }

    /** Other files see it, and it is here. */
    public boolean isGlobalDefinition() {
        return !isLocal() && !isUndefined() && !name.isEmpty();
    }

    /** A function of Thumb code: all that this chip can execute. */
    public boolean isThumbFunction() {
        return isFunction() && (value & 1) != 0;
    }

    /** {@link #value()} without the Thumb bit. */
    public int offset() {
        return isFunction() ? value & ~1 : value;
    }

    /** One of the marks that tell code from data in it (ELF for the Arm Architecture, 5.5.5). */
    public boolean isMappingSymbol() {
        return isLocal() && name.length() >= 2 && name.charAt(0) == '$'
                && (name.length() == 2 || name.charAt(2) == '.')
                && "atd".indexOf(name.charAt(1)) >= 0;
    }
}
