package org.bluescript.language.nodes;

import org.bluescript.language.shadow.Word;
import org.bluescript.language.types.Representation;

/** Boxed values as words of the exchange area: in the form of their static type, see {@code Exchange}. */
final class ExchangedWord {
    private ExchangedWord() {}

    static int of(Representation form, Object value) {
        return switch (form) {
            case INTEGER, REFERENCE, WORD -> (int) value;
            case FLOAT -> Float.floatToRawIntBits((float) value);
            case BOOLEAN -> (boolean) value ? 1 : 0;
            case NOTHING -> throw new IllegalArgumentException("an argument without a value");
        };
    }

    static Object value(Representation form, int word) {
        return switch (form) {
            case INTEGER, REFERENCE, WORD -> word;
            case FLOAT -> Float.intBitsToFloat(word);
            case BOOLEAN -> (word & 0xff) != 0;
            case NOTHING -> null;
        };
    }

    /** The address of the object that a word refers to; 0 if it refers to none. */
    static int object(Representation form, int word) {
        return switch (form) {
            case REFERENCE -> word;
            case WORD -> Word.objectIn(word);
            case INTEGER, FLOAT, BOOLEAN, NOTHING -> 0;
        };
    }
}
