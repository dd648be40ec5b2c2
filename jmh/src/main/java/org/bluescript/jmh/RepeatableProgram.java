package org.bluescript.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/** A benchmark program whose work can be done again and again by one translation of it. */
final class RepeatableProgram {
    private RepeatableProgram() {}

    /** The program with what stands behind its last declaration in a function, which is the program's value. */
    static String of(String name) {
        SourceFile file = SourceFile.of(name + ".bs", read(name));
        List<Statement> statements = Parser.parse(file, new Diagnostics()).statements();
        int first = statements.size();
        while (first > 0 && !isDeclaration(statements.get(first - 1))) {
            first--;
        }
        int start = statements.get(first).span().start();
        String text = file.text();
        return text.substring(0, start) + "function round(): void {\n" + text.substring(start) + "}\nround\n";
    }

    private static boolean isDeclaration(Statement statement) {
        return statement instanceof Statement.FunctionDeclaration
                || statement instanceof Statement.ClassDeclaration
                || statement instanceof Statement.EnumDeclaration;
    }

    private static String read(String name) {
        Path home = Path.of(System.getProperty("bluescript.home", "."));
        try {
            return Files.readString(home.resolve("jmh/programs").resolve(name).resolve(name + ".bs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
