package org.bluescript.language.layout;

import org.bluescript.language.types.Type;

/** Which of the firmware's class records the cell of a shared variable has. */
public final class CellClasses {
    private CellClasses() {}

    /** The firmware's symbol for the class record of cells for variables of the type. */
    public static String symbol(Type type) {
        return switch (type.representation()) {
            case REFERENCE -> "bs_class_cell_reference";
            case WORD -> "bs_class_cell_tagged";
            case INTEGER, FLOAT, BOOLEAN -> "bs_class_cell_plain";
            case NOTHING -> throw new IllegalArgumentException("a variable of type " + type);
        };
    }
}
