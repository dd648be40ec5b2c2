package org.bluescript.language.tiers;

import java.util.List;
import java.util.Map;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.shadow.Stretch;
import org.bluescript.language.typed.FunctionId;

/**
 * A generation of a program's code on the device, complete and ready to be called.
 *
 * @param generation its number; later ones have greater numbers
 * @param functions the entries of the functions that the host is to call on the device: they take and give words, see
 *     {@link org.bluescript.language.layout.Exchange}
 * @param loops the loops that the host is to enter there
 * @param words what static data hold from now on for the addresses of code; the host writes it before its next call, and
 *     whoever installs may have written it on the device already
 */
public record Installed(
        int generation, Map<FunctionId, Integer> functions, Map<LoopId, InstalledLoop> loops, List<Stretch> words) {
    public Installed {
        functions = Map.copyOf(functions);
        loops = Map.copyOf(loops);
        words = List.copyOf(words);
    }
}
