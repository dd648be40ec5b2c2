package org.bluescript.language.shadow.heap;

/** Something has written where the heap keeps its own data: inline C, which can. */
public final class HeapDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    HeapDamaged(String message) {
        super(message);
    }
}
