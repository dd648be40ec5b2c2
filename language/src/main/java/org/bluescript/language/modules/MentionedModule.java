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

/**
 * A module of the language itself that comes first in the programs that mention what it is for, and is in no others.
 *
 * @param path which no module of a program has
 * @param name of the file with its text
 * @param mention what a text contains that needs the module; what only looks like it does no harm
 */
record MentionedModule(String path, String name, Pattern mention) {
    List<ParsedModule> addedTo(List<ParsedModule> modules) {
        if (modules.stream().noneMatch(m -> mention.matcher(m.source().file().text()).find())) {
            return modules;
        }
        List<ParsedModule> result = new ArrayList<>(modules);
        result.add(0, parsed());
        return result;
    }

    /** Parsed anew each time: a check tells the nodes of its trees apart by identity. */
    ParsedModule parsed() {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = SourceFile.builtIn(name, text());
        ParsedModule module =
                new ParsedModule(new ModuleSource(path, file), Parser.parse(file, diagnostics), Map.of(), false);
        if (diagnostics.hasErrors()) {
            throw new IllegalStateException(name + ": " + diagnostics.all());
        }
        return module;
    }

    private String text() {
        try (InputStream stream = MentionedModule.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
