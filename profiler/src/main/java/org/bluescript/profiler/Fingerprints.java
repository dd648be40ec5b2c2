package org.bluescript.profiler;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;

/** By what a file tells whether it is still about the same program. */
final class Fingerprints {
    /** Characters of the fingerprint of a function, which need only differ from that of its other versions. */
    private static final int SHORT = 12;

    private Fingerprints() {}

    /** The path of the main module; empty for what a session has come to, of which no line is the main one. */
    static String main(TypedProgram program) {
        return program.modules().isEmpty() ? "" : program.modules().getLast().path();
    }

    /** The SHA-256 of each module's text, those of the language's own library included, by the modules' paths. */
    static Map<String, String> ofModules(TypedProgram program) {
        Map<String, SourceFile> files = new TreeMap<>();
        program.functions().values().stream()
                .filter(f -> f.span().file().isBuiltIn())
                .forEach(f -> files.put(f.id().module(), f.span().file()));
        program.modules().forEach(m -> files.put(m.path(), m.file()));
        Map<String, String> result = new TreeMap<>();
        files.forEach((module, file) -> result.put(module, hash(file.text())));
        return result;
    }

    /**
     * Tells whether sites mean what they meant. A function's sites depend on the types of what it imports too, which may
     * change while its own text does not.
     */
    static String of(TypedFunction function) {
        StringBuilder tree = new StringBuilder();
        function.parameters().forEach(p -> tree.append(TypeTexts.text(p.type())).append('\n'));
        TreeWalk.statements(function.body(), s -> tree.append(s.getClass().getSimpleName()).append('\n'));
        TreeWalk.expressions(
                function.body(),
                e -> tree.append(e.getClass().getSimpleName()).append(TypeTexts.text(e.type())).append('\n'));
        return hash(tree.toString()).substring(0, SHORT);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
