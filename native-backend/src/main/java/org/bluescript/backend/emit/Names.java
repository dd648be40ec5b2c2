package org.bluescript.backend.emit;

import java.util.IdentityHashMap;
import java.util.Map;

import org.bluescript.language.typed.Local;

/** C names of the locals and labels of one function: readable, and no two alike. */
final class Names {
    private final Map<Object, String> names = new IdentityHashMap<>();
    private int next;

    /** The name of a local; for a shared one, of the pointer to its cell. */
    String of(Local local) {
        return names.computeIfAbsent(local, l -> sanitized(local.name()) + "_" + next++);
    }

    /** Gives a local a name of its own: C that can be read and assigned. */
    void bind(Local local, String name) {
        names.put(local, name);
    }

    /** The label for leaving, or going on with, a target of breaks and continues. */
    String label(String kind, Object target) {
        return kind + "_" + names.computeIfAbsent(target, t -> Integer.toString(next++));
    }

    /** The labels of a target are about to be written a second time: they need new names. */
    void forgetLabels(Object target) {
        names.remove(target);
    }

    /** A name that nobody has. */
    String fresh(String kind) {
        return kind + "_" + next++;
    }

    private static String sanitized(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9_]", "");
        return clean.isEmpty() ? "t" : clean;
    }
}
