package org.bluescript.language.interpreter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/** What the text of a module says that the typed tree no longer tells. */
final class ModuleText {
    private final List<Statement> statements;

    ModuleText(SourceFile file) {
        this.statements = Parser.parse(file, new Diagnostics()).statements();
    }

    /** The names that the module declares by {@code const}. */
    Set<String> constants() {
        Set<String> names = new HashSet<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Variables v && v.isConst()) {
                v.declarators().forEach(d -> names.add(d.name().text()));
            }
        }
        return names;
    }

    /** Whether the last statement is an expression, and no declaration. */
    boolean endsInExpression() {
        return !statements.isEmpty() && statements.getLast() instanceof Statement.ExpressionStatement;
    }
}
