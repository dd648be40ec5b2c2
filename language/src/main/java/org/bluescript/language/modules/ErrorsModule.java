package org.bluescript.language.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/** The module of the built-in classes of errors. It is the first of a program that mentions errors, and of no other. */
public final class ErrorsModule {
    /** Its path, which no module of a program has. */
    public static final String PATH = "(errors)";

    private static final Pattern MENTION = Pattern.compile("\\b(throw|try|Error|RangeError|TypeError)\\b");

    private ErrorsModule() {}

    /** The modules, and this one before them if one of their texts mentions what it is for. */
    public static List<ParsedModule> addedTo(List<ParsedModule> modules) {
        if (modules.stream().noneMatch(m -> MENTION.matcher(m.source().file().text()).find())) {
            return modules;
        }
        List<ParsedModule> result = new ArrayList<>(modules);
        result.add(0, parsed());
        return result;
    }

    /** Parsed anew each time: a check tells the nodes of its trees apart by identity. */
    private static ParsedModule parsed() {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFile.builtIn("errors.bs", text());
        ParsedModule module =
                new ParsedModule(new ModuleSource(PATH, file), Parser.parse(file, diagnostics), Map.of(), false);
        if (diagnostics.hasErrors()) {
            throw new IllegalStateException("errors.bs: " + diagnostics.all());
        }
        return module;
    }

    private static String text() {
        try (InputStream stream = ErrorsModule.class.getResourceAsStream("errors.bs")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
