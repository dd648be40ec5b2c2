package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TypedStatement;

/** A module while it is being checked: what it declares, exports and has at file scope. */
final class ModuleScope {
    private final ParsedModule parsed;
    private final Scope scope;
    private final Map<String, Symbol> exports = new LinkedHashMap<>();
    private final List<VariableSymbol> globals = new ArrayList<>();
    private final List<TypedStatement.InlineCode> code = new ArrayList<>();

    ModuleScope(ParsedModule parsed, Scope builtins) {
        this.parsed = parsed;
        this.scope = Scope.in(builtins);
    }

    String path() {
        return parsed.source().path();
    }

    ParsedModule parsed() {
        return parsed;
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

    /** Whether parts of the text are missing from the tree: then a name that is not there is nobody's mistake. */
    boolean isBroken() {
        return parsed.broken();
    }
}
