package org.bluescript.backend.link;

import java.util.Optional;

/** The relocations that compilers emit for Thumb code (ELF for the Arm Architecture, 5.6.1), with their numbers. */
public enum RelocationType {
    NONE(0),
    ABS32(2),
    REL32(3),
    ABS16(5),
    ABS8(8),
    THM_CALL(10),
    THM_JUMP24(30),
    /** Meant for tables of initialisers; here, as for all bare-metal targets, the same as {@link #ABS32}. */
    TARGET1(38),
    /** Marks a {@code BX} for cores without one. */
    V4BX(40),
    PREL31(42),
    THM_MOVW_ABS_NC(47),
    THM_MOVT_ABS(48),
    THM_MOVW_PREL_NC(49),
    THM_MOVT_PREL(50),
    THM_JUMP19(51),
    THM_JUMP11(102),
    THM_JUMP8(103);

    private static final RelocationType[] BY_NUMBER = new RelocationType[256];

    static {
        for (RelocationType type : values()) {
            BY_NUMBER[type.number] = type;
        }
    }

    private final int number;

    RelocationType(int number) {
        this.number = number;
    }

    static Optional<RelocationType> of(int number) {
        return Optional.ofNullable(BY_NUMBER[number]);
    }

    /** A branch that a veneer can lengthen: it may change the register that calls may change. */
    boolean isLongBranch() {
        return this == THM_CALL || this == THM_JUMP24;
    }

    /** Bytes that it changes. */
    int width() {
        return switch (this) {
            case NONE, V4BX -> 0;
            case ABS8 -> 1;
            case ABS16, THM_JUMP11, THM_JUMP8 -> 2;
            default -> 4;
        };
    }
}
