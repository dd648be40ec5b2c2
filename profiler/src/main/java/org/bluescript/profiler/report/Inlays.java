package org.bluescript.profiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.language.source.Span;

/**
 * Chooses which types are shown in the source, and where: behind a name, a call or an access its own, behind the name that is given a
 * value the value's. Behind an operation there would be no telling what they belong to. What only repeats the types of the
 * expression around it is not shown.
 */
final class Inlays {
    private static final Pattern ASSIGNED =
            Pattern.compile("^([\\w$.]++(?:\\[[^\\[\\]=]*+])?)\\s*+(?:\\*\\*|<<|>>>?|&&|\\|\\||\\?\\?|[-+*/%&|^])?=(?![=>])");

    private Inlays() {}

    /** The texts by the offsets into the source before which they are shown. */
    static Map<Integer, String> of(AnnotatedSource source) {
        String text = source.file().text();
        List<AnnotatedSource.Note> shown = new ArrayList<>();
        Map<Integer, String> inlays = new TreeMap<>();
        source.notes().stream()
                .sorted(Comparator.<AnnotatedSource.Note>comparingInt(n -> length(n.span())).reversed())
                .forEach(note -> {
                    OptionalInt place = place(text, note.span());
                    if (place.isPresent() && tellsMore(note, shown)) {
                        shown.add(note);
                        inlays.merge(place.getAsInt(), ": " + note.seen().text(), (a, b) -> a.equals(b) ? a : a + b);
                    }
                });
        return inlays;
    }

    /** More than the smallest that is shown around it: several types, and other ones. */
    private static boolean tellsMore(AnnotatedSource.Note note, List<AnnotatedSource.Note> shown) {
        Optional<AnnotatedSource.Note> outer = shown.stream()
                .filter(n -> n.span().start() <= note.span().start() && note.span().end() <= n.span().end())
                .min(Comparator.comparingInt(n -> length(n.span())));
        return outer.isEmpty()
                || note.seen().types().size() > 1
                        && !note.seen().types().equals(outer.get().seen().types());
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }

    private static OptionalInt place(String text, Span span) {
        String expression = span.text();
        Matcher assignment = ASSIGNED.matcher(expression);
        if (assignment.find()) {
            return OptionalInt.of(span.start() + assignment.end(1));
        }
        OptionalInt target = target(text, span.start());
        if (target.isPresent()) {
            return target;
        }
        return isPlain(expression) ? OptionalInt.of(span.end()) : OptionalInt.empty();
    }

    /** Where the name ends that is given the value that begins at {@code start}. */
    private static OptionalInt target(String text, int start) {
        int at = blanksBefore(text, start);
        boolean isAssigned = at >= 2 && text.charAt(at - 1) == '=' && "=!<>".indexOf(text.charAt(at - 2)) < 0;
        int end = isAssigned ? blanksBefore(text, at - 1) : 0;
        return end > 0 && Character.isUnicodeIdentifierPart(text.charAt(end - 1)) ? OptionalInt.of(end) : OptionalInt.empty();
    }

    private static int blanksBefore(String text, int at) {
        int i = at;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** Whether an expression is one thing: outside of brackets there are names and points only. */
    private static boolean isPlain(String expression) {
        int depth = 0;
        String text = expression.startsWith("new ") ? expression.substring(4) : expression;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = c == '(' || c == '[' || c == '{';
            boolean closes = c == ')' || c == ']' || c == '}';
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0 && !closes && !Character.isUnicodeIdentifierPart(c) && ".?!".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
