package org.bluescript.language.nodes;

import java.util.OptionalInt;
import org.bluescript.language.typed.Local;

/** Where the variables of a function are in its frames. */
public interface LocalPlaces {
    /** The static slot with the local's value, or with the address of its cell if it is shared. */
    int slot(Local local);

    /** The place of a local, or of its cell, in the function's stretch of the root stack. */
    OptionalInt root(Local local);

    /** The slot that says where the stretch begins. */
    int baseSlot();

    /** The slot with the closure that is running. */
    int closureSlot();
}
