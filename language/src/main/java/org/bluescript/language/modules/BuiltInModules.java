package org.bluescript.language.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.bluescript.language.ast.Module;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/** The modules of the language's own library. Trees do not change: each is parsed once in the life of the process. */
public final class BuiltInModules {
    private static final Map<String, ParsedModule> PARSED = new ConcurrentHashMap<>();

    private BuiltInModules() {}

    /** The module of this name, {@code arrays} for example. No path of a program's module begins as its path does. */
    public static ParsedModule of(String name) {
        return PARSED.computeIfAbsent(name, BuiltInModules::parse);
    }

    private static ParsedModule parse(String name) {
        SourceFile file = SourceFile.builtIn(name, text(name));
        Diagnostics diagnostics = new Diagnostics();
        Module tree = Parser.parse(file, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new IllegalStateException("the library is wrong: " + diagnostics.all().getFirst());
        }
        return new ParsedModule(new ModuleSource("(built in)/" + name, file), tree, Map.of(), false);
    }

    private static String text(String name) {
        try (InputStream stream =
                BuiltInModules.class.getResourceAsStream("/org/bluescript/language/prelude/" + name + ".bs")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
