package org.bluescript.language.shadow.heap;

/** The heap cannot do what it was asked: a run-time error of the program. The heap is as its format says. */
public final class HeapFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Which run-time error the device raises in this case. */
    public enum Error {
        /** There is no room, not even after a collection. */
        MEMORY,
        /** A length is negative. */
        LENGTH
    }

    private final Error error;

    private HeapFailure(Error error, String message) {
        super(message, null, false, false); // the program's own trace is what counts
        this.error = error;
    }

    static HeapFailure noRoom(int bytes) {
        return new HeapFailure(Error.MEMORY, "no room for " + Integer.toUnsignedString(bytes) + " bytes");
    }

    static HeapFailure badLength(int length) {
        return new HeapFailure(Error.LENGTH, "array of length " + length);
    }

    public Error error() {
        return error;
    }
}
