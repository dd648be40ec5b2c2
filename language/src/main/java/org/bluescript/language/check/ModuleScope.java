package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TypedStatement;

/** A module while it is being checked: what it declares, exports and has at file scope. */
final class ModuleScope {
    /** What may declare names: up to the end of the parameters, or, of variables, of the line. */
    private static final Pattern DECLARATION = Pattern.compile(
            "\\b(?:(?:let|const|var)\\b[^;=)]*[^;\\n]*|(?:function|class|enum|interface|type|import|catch)\\b[^;=)]*)");

    private static final Pattern COMMENT = Pattern.compile("//.*");

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final ParsedModule parsed;
    private final Scope scope;
    private final Earlier earlier;
    private final Map<String, Symbol> exports = new LinkedHashMap<>();
    private final List<VariableSymbol> globals = new ArrayList<>();
    private final List<TypedStatement.InlineCode> code = new ArrayList<>();

    ModuleScope(ParsedModule parsed, Scope builtins) {
        this(parsed, builtins, Earlier.NOTHING);
    }

    /** @param earlier what else is declared in the module, without being run or checked again */
    ModuleScope(ParsedModule parsed, Scope builtins, Earlier earlier) {
        this.parsed = parsed;
        this.scope = Scope.in(builtins);
        this.earlier = earlier;
    }

    String path() {
        return parsed.source().path();
    }

    /** The path in the identity of what is declared under this name at the top level: that of the module where it was declared first. */
    String pathOf(String name) {
        return earlier.paths().getOrDefault(name, path());
    }

    /** What is run and checked. */
    ParsedModule parsed() {
        return parsed;
    }

    /** All statements that declare something, and others. */
    List<Statement> declarations() {
        if (earlier.statements().isEmpty()) {
            return parsed.tree().statements();
        }
        List<Statement> all = new ArrayList<>(earlier.statements());
        all.addAll(parsed.tree().statements());
        return all;
    }

    /** The path of the module that an import names. */
    Optional<String> importedPath(Expression.StringLiteral from) {
        return Optional.ofNullable(parsed.imports().get(from)).or(() -> Optional.ofNullable(earlier.imports().get(from)));
    }

    Scope scope() {
        return scope;
    }

    /** What other modules may import, by the exported name. */
    Map<String, Symbol> exports() {
        return exports;
    }

    /** The variables of the top level and the static properties, in order of declaration. */
    List<VariableSymbol> globals() {
        return globals;
    }

    List<Global> typedGlobals() {
        return globals.stream()
                .map(VariableSymbol::variable)
                .filter(Global.class::isInstance)
                .map(Global.class::cast)
                .toList();
    }

    /** C at file scope. */
    List<TypedStatement.InlineCode> code() {
        return code;
    }

    /** Whether the module belongs to the language and not to the program. */
    boolean isBuiltIn() {
        return parsed.source().file().isBuiltIn();
    }

    /** Whether parts of the text are missing from the tree: then what is not there may be nobody's mistake. */
    boolean isBroken() {
        return parsed.broken();
    }

    /** Whether the name may be declared in a part of the text that is missing from the tree; rather once too often. */
    boolean mayHaveLost(String name) {
        return isBroken()
                && DECLARATION.matcher(COMMENT.matcher(parsed.source().file().text()).replaceAll(""))
                        .results()
                        .anyMatch(d -> WORD.matcher(d.group()).results().anyMatch(w -> w.group().equals(name)));
    }
}
