package org.bluescript.backend.link;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bluescript.backend.elf.ObjectCode;

/**
 * Makes objects into bytes at addresses, in two steps, because where a program goes depends on how large it is:
 * {@link #plan} says what is needed, {@link LinkPlan#place} gives it addresses. Without the libraries' members that have
 * been read before, nothing is kept between two links.
 *
 * <p>The result is the same, byte for byte, as that of GNU ld for the same sections at the same addresses, except that
 * equal strings are not merged.
 */
public final class Linker {
    private final Libraries libraries;
    private final CodeRegion codeRegion;
    private final boolean librariesFirst;

    /**
     * @param libraries  searched last
     * @param codeRegion where code may lie; decides which outside functions are called through a veneer
     */
    public Linker(Libraries libraries, CodeRegion codeRegion) {
        this(libraries, codeRegion, false);
    }

    private Linker(Libraries libraries, CodeRegion codeRegion, boolean librariesFirst) {
        this.libraries = libraries;
        this.codeRegion = codeRegion;
        this.librariesFirst = librariesFirst;
    }

    /** One that places what comes from libraries before the objects, not behind them. */
    public Linker librariesFirst() {
        return new Linker(libraries, codeRegion, true);
    }

    /**
     * Finds what the program consists of.
     *
     * @param definitions names from outside, functions with bit 0 set: of the firmware, and of what has been linked
     *                    before (so that a library function with variables of its own is not linked twice)
     * @param roots       what must be kept; everything else is kept only if a root needs it. Empty: everything in
     *                    {@code units} is kept
     * @throws LinkFailure if a name has no meaning or two, or an object holds something unsupported
     */
    public LinkPlan plan(List<ObjectCode> units, Map<String, Integer> definitions, Set<String> roots)
            throws LinkFailure {
        Resolver resolver = new Resolver(libraries, definitions);
        for (ObjectCode unit : units) {
            resolver.addUnit(unit);
        }
        if (roots.isEmpty()) {
            resolver.keepEverything();
        } else {
            resolver.keepRoots(roots);
        }
        return new LinkPlan(resolver, codeRegion, librariesFirst ? units.size() : 0);
    }

    /** Both steps, for those who know that the addresses will do. */
    public LinkedImage link(List<ObjectCode> units, Map<String, Integer> definitions, Set<String> roots,
            Placement placement) throws LinkFailure {
        return plan(units, definitions, roots).place(placement);
    }
}
