package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.modules.ParsedModule;

/**
 * One declaration of a session.
 *
 * @param statement declares this name and nothing else
 * @param path in the identity of what it declares
 * @param origin the line in which it stands
 */
record Unit(Name name, Statement statement, String path, ParsedModule origin) {
    /** What a line declares, by name; of a name that it declares twice, the first. */
    static Map<String, Unit> of(ParsedModule line) {
        Map<String, Unit> result = new LinkedHashMap<>();
        for (Statement statement : line.tree().statements()) {
            for (Unit unit : of(statement, line)) {
                result.putIfAbsent(unit.name().text(), unit);
            }
        }
        return result;
    }

    private static List<Unit> of(Statement statement, ParsedModule line) {
        List<Unit> result = new ArrayList<>();
        switch (statement) {
            case Statement.FunctionDeclaration s -> result.add(of(s.name(), s, line));
            case Statement.ClassDeclaration s -> result.add(of(s.name(), s, line));
            case Statement.InterfaceDeclaration s -> result.add(of(s.name(), s, line));
            case Statement.EnumDeclaration s -> result.add(of(s.name(), s, line));
            case Statement.TypeAlias s -> result.add(of(s.name(), s, line));
            case Statement.ImportAll s -> result.add(of(s.alias(), s, line));
            case Statement.ImportNames s -> s.names().forEach(n -> result.add(of(
                    n.alias(), new Statement.ImportNames(s.span(), List.of(n), s.from(), s.typeOnly()), line)));
            case Statement.Variables s -> s.declarators().forEach(d -> result.add(
                    of(d.name(), new Statement.Variables(s.span(), s.isConst(), List.of(d), false), line)));
            default -> {}
        }
        return result;
    }

    private static Unit of(Name name, Statement statement, ParsedModule line) {
        return new Unit(name, statement, line.source().path(), line);
    }

    /** The same with another identity. */
    Unit at(String otherPath) {
        return new Unit(name, statement, otherPath, origin);
    }

    /** The variable that it declares, if it declares one. */
    Optional<Statement.Variables> variable() {
        return statement instanceof Statement.Variables v && ModuleDeclarations.genericFunction(v, v.declarators().getFirst()).isEmpty()
                ? Optional.of(v)
                : Optional.empty();
    }

    /** What it is, for messages. */
    String kind() {
        return switch (statement) {
            case Statement.ClassDeclaration s -> "class";
            case Statement.InterfaceDeclaration s -> "interface";
            case Statement.EnumDeclaration s -> "enum";
            case Statement.TypeAlias s -> "type";
            case Statement.Variables s -> s.isConst() ? "constant" : "variable";
            case Statement.ImportNames s -> "import";
            case Statement.ImportAll s -> "import";
            default -> "function";
        };
    }
}
