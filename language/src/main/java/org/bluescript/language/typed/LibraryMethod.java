package org.bluescript.language.typed;

import org.bluescript.language.types.FunctionType;

/**
 * A function of the built-in library that is a method of arrays or strings, for calls on values of type {@code any}.
 *
 * @param arguments how many a call gives that means this function
 * @param type of the function; the receiver is its first parameter
 */
public record LibraryMethod(Receiver receiver, String name, int arguments, FunctionType type, FunctionId function) {
    /** What has the method. */
    public enum Receiver {
        /** Every array but typed ones, seen as an {@code any[]}. */
        ARRAY,
        STRING
    }
}
