package org.bluescript.backend.link;

/** A variable in COMMON: as large and as aligned as the greatest of its declarations wants it. */
final class CommonVariable {
    final String name;
    int size;
    int alignment;
    boolean kept;
    /** In bytes from the beginning of {@link SegmentKind#ZERO}. */
    int offset;

    CommonVariable(String name) {
        this.name = name;
    }

    void widen(int otherSize, int otherAlignment) {
        size = Math.max(size, otherSize);
        alignment = Math.max(Math.max(1, alignment), otherAlignment);
    }
}
