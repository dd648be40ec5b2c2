package org.bluescript.backend.link;

/** What a symbol stands for. */
sealed interface Target {
    /** A place in a section of the program. */
    record InSection(KeptSection section, int offset, boolean thumb) implements Target {}

    /** A place outside of the program; of a function with bit 0 set. */
    record Absolute(int value) implements Target {}

    /** A variable that several objects may declare without a first value. */
    record InCommon(CommonVariable variable) implements Target {}

    /** A weak symbol that nobody defines: address 0. */
    record Nothing() implements Target {}

    /** A relocation that changes nothing. */
    record Ignored() implements Target {}
}
