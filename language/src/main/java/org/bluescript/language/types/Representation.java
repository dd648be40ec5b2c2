package org.bluescript.language.types;

/** The forms in which values are held; what the layout and the emitted code distinguish. */
public enum Representation {
    /** Two's complement, 32 bits. */
    INTEGER,
    /** IEEE 754 binary32. */
    FLOAT,
    /** 0 or 1; one byte in memory. */
    BOOLEAN,
    /** The address of a heap object; 0 is null. */
    REFERENCE,
    /** A tagged word, {@code bs_word.h}: the value says itself what it is. */
    WORD,
    /** No value. */
    NOTHING
}
