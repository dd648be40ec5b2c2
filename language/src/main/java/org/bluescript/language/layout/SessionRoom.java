package org.bluescript.language.layout;

import org.bluescript.language.shadow.Address;

/** A room in which variables, too, get their places one by one. */
public interface SessionRoom extends Room {
    /** What the collector must know of a variable. */
    enum Variable {
        REFERENCE,
        TAGGED,
        PLAIN
    }

    /** The place of a variable, which is null, or zero. */
    Address variable(Variable kind);

    /** Nobody refers any more to the variable. */
    void releaseVariable(Variable kind, Address place);
}
