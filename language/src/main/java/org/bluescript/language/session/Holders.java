package org.bluescript.language.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluescript.language.check.SessionChecker;
import org.bluescript.language.interpreter.SessionProgram;
import org.bluescript.language.typed.Global;

/**
 * Who holds an object.
 *
 * @param made where the program made it, if that is known
 * @param paths all ways of reaching it that differ in the last step, from a variable on: {@code list[2].next}; what a closure has captured
 *     stands in braces
 */
public record Holders(Optional<String> made, List<String> paths) {
    private static final int MOST_PARTS = 8;

    /** How the search has come to an object; {@code from} is 0 for variables. */
    private record Way(int from, String part) {}

    /** Looks through everything that variables hold but the last value. */
    static Holders of(int object, SessionProgram program) {
        ObjectEdges edges = new ObjectEdges(program);
        Map<Integer, Way> ways = new LinkedHashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        List<String> paths = new ArrayList<>();
        program.layout().globals().forEach((variable, place) -> {
            int held = variable.name().equals(SessionChecker.LAST_VALUE) ? 0 : edges.held(variable.type(), place);
            if (held == object) {
                paths.add(name(variable));
            }
            if (held != 0 && ways.putIfAbsent(held, new Way(0, name(variable))) == null) {
                open.add(held);
            }
        });
        while (!open.isEmpty()) {
            int from = open.remove();
            edges.of(from, (part, to) -> {
                if (to == object) {
                    paths.add(path(from, part, ways));
                }
                if (ways.putIfAbsent(to, new Way(from, part)) == null) {
                    open.add(to);
                }
            });
        }
        return new Holders(program.machine().allocations().of(object), paths);
    }

    private static String name(Global variable) {
        return variable.module().startsWith(SessionChecker.LINE) ? variable.name() : variable.module() + "." + variable.name();
    }

    private static String path(int from, String last, Map<Integer, Way> ways) {
        Deque<String> parts = new ArrayDeque<>(List.of(last));
        for (int at = from; at != 0; at = ways.get(at).from()) {
            parts.addFirst(ways.get(at).part());
        }
        List<String> all = List.copyOf(parts);
        return all.size() <= MOST_PARTS
                ? String.join("", all)
                : String.join("", all.subList(0, 3)) + " … " + String.join("", all.subList(all.size() - 3, all.size()));
    }
}
