package org.bluescript.backend.specialize;

import java.util.List;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;

/**
 * Where the host enters a loop: a function that runs the rest of the loop's function from a test of the loop on, and gives what that
 * function gives. If the host recalls the loop, it ends at a later test instead, with the locals in the exchange area.
 *
 * @param id of that function
 * @param locals of the source's function, whose values it takes, and gives back when it is recalled, in their order, each in the
 *     form of its static type; what else the function has is not looked at from there on. A local that has no value yet may be
 *     anything that its type allows. The entry of a loop in a closure takes the closure before them
 */
public record LoopEntry(FunctionId id, List<Local> locals) {
    public LoopEntry {
        locals = List.copyOf(locals);
    }
}
