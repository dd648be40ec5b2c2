package org.bluescript.backend.link;

/**
 * A name and where it lies, for maps and further links.
 *
 * @param name    of a local symbol not necessarily unique
 * @param address without the Thumb bit
 * @param size    in bytes, 0 if unknown
 * @param thumb   a function
 * @param global  other objects may refer to it
 */
public record LinkedSymbol(String name, int address, int size, SegmentKind kind, boolean thumb, boolean global) {
    /** What a pointer to it holds: a function's address has bit 0 set. */
    public int value() {
        return thumb ? address | 1 : address;
    }
}
