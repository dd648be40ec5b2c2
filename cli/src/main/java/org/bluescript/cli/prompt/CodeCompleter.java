package org.bluescript.cli.prompt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.bluescript.language.session.Session;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes names: of members behind a point, by the type of what stands before it; elsewhere what is declared or built in. */
public final class CodeCompleter implements Completer {
    private static final List<String> WORDS = List.of(
            "break", "case", "catch", "class", "const", "continue", "default", "do", "else", "enum", "extends", "false", "finally",
            "for", "function", "if", "import", "instanceof", "interface", "let", "new", "null", "return", "super", "switch", "this",
            "throw", "true", "try", "type", "typeof", "while", "print", "assert", "Math", "console", "time", "memory", "gc",
            "String", "Number", "Boolean", "parseInt", "parseFloat", "isNaN", "Array", "Map", "Set", "Error", "integer", "float",
            "boolean", "string", "any", "setTimeout", "setInterval", "clearTimeout", "clearInterval");

    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "Math", List.of(
                    "abs", "min", "max", "floor", "ceil", "round", "trunc", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan",
                    "atan2", "exp", "log", "log2", "log10", "pow", "hypot", "sign", "imul", "random", "PI", "E"),
            "console", List.of("log", "error"),
            "time", List.of("now", "micros", "delay"),
            "memory", List.of("free", "used"));

    private final Supplier<Session> session;
    private final List<String> commands;

    /** @param commands those that begin with a colon */
    public CodeCompleter(Supplier<Session> session, List<String> commands) {
        this.session = session;
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor() - line.word().length());
        if (line.word().startsWith(":")) {
            commands.forEach(c -> add(candidates, c, ""));
        } else if (before.endsWith(".")) {
            members(before).forEach((name, type) -> add(candidates, name, type));
        } else {
            session.get().names().forEach((name, kind) -> add(candidates, name, kind));
            WORDS.forEach(w -> add(candidates, w, ""));
        }
    }

    private static void add(List<Candidate> to, String name, String description) {
        to.add(new Candidate(name, name, null, description.isEmpty() ? null : description, null, null, false));
    }

    private Map<String, String> members(String before) {
        String receiver = Receiver.before(before, before.length() - 1);
        Map<String, String> result = new TreeMap<>();
        if (BUILT_IN.containsKey(receiver)) {
            BUILT_IN.get(receiver).forEach(n -> result.put(n, ""));
            return result;
        }
        return receiver.isEmpty() ? result : session.get().membersOf(receiver);
    }
}
