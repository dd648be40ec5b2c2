package org.bluescript.language.tiers;

import java.util.List;
import org.bluescript.language.typed.Local;

/**
 * A loop on the device. Its entry goes on with the function at the loop's test, and gives the function's result; or it gives the
 * loop back, when the host has asked for that, before a later test.
 *
 * @param entry takes the closure, if the function is one, and the locals
 * @param locals of the function as the source has it, each in the form of its static type, or as the address of its cell if it is
 *     shared; the same, without the closure, come back
 */
public record InstalledLoop(int entry, List<Local> locals) {
    public InstalledLoop {
        locals = List.copyOf(locals);
    }
}
