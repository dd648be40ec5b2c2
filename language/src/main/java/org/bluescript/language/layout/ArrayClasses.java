package org.bluescript.language.layout;

import org.bluescript.language.shadow.ObjectLayout.Element;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Which form of array stands for an array type, and which of the firmware's class records it has. */
public final class ArrayClasses {
    private ArrayClasses() {}

    /**
     * Whether arrays of the type keep their elements in a separate buffer, because some may grow. What may be done to an
     * {@code any[]} may be done to all arrays, since all can be seen as one.
     */
    public static boolean isGrowable(TypedProgram program, Type type) {
        return type instanceof ArrayType array
                && (program.growable().contains(array.element()) || program.growable().contains(PrimitiveType.ANY));
    }

    public static Element element(Type type) {
        return switch (type) {
            case TypedArrayType t -> Element.valueOf(t.name());
            case ArrayType array ->
                switch (array.element().representation()) {
                    case INTEGER -> Element.INTEGER;
                    case FLOAT -> Element.FLOAT;
                    case BOOLEAN -> Element.BOOLEAN;
                    case REFERENCE -> Element.REFERENCE;
                    case WORD -> Element.TAGGED;
                    case NOTHING -> throw new IllegalArgumentException("array of " + array.element());
                };
            default -> throw new IllegalArgumentException("not an array type: " + type);
        };
    }

    /** The firmware's symbol for the class record. */
    public static String symbol(TypedProgram program, Type type) {
        String form = isGrowable(program, type) ? "vector" : "array";
        return "bs_class_" + form + "_" + element(type).name().toLowerCase(java.util.Locale.ROOT);
    }
}
