package org.bluescript.language.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.ast.Expression.StringLiteral;
import org.bluescript.language.ast.Module;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;

/** Parses a program's modules, each once, and puts them in the order in which they run: each after all that it imports. */
public final class ModuleGraph {
    private final ModuleLoader loader;
    private final Diagnostics diagnostics;
    private final Map<String, ParsedModule> done = new LinkedHashMap<>();
    private final List<String> active = new ArrayList<>();

    private ModuleGraph(ModuleLoader loader, Diagnostics diagnostics) {
        this.loader = loader;
        this.diagnostics = diagnostics;
    }

    /** All modules that {@code main} needs, itself last. Missing modules and circles are reported and left out. */
    public static List<ParsedModule> of(ModuleSource main, ModuleLoader loader, Diagnostics diagnostics) {
        ModuleGraph graph = new ModuleGraph(loader, diagnostics);
        graph.visit(main);
        return List.copyOf(graph.done.values());
    }

    private void visit(ModuleSource module) {
        active.add(module.path());
        int errorsBefore = diagnostics.all().size();
        Module tree = Parser.parse(module.file(), diagnostics);
        boolean broken = diagnostics.all().size() > errorsBefore;
        Map<StringLiteral, String> imports = new HashMap<>();
        for (Statement statement : tree.statements()) {
            switch (statement) {
                case Statement.ImportNames s -> follow(module, s.from(), imports);
                case Statement.ImportAll s -> follow(module, s.from(), imports);
                default -> {}
            }
        }
        active.removeLast();
        done.put(module.path(), new ParsedModule(module, tree, imports, broken));
    }

    private void follow(ModuleSource importer, StringLiteral from, Map<StringLiteral, String> imports) {
        switch (loader.load(importer, from.value())) {
            case ModuleLoader.Refused refused ->
                refused.help().ifPresentOrElse(
                        help -> diagnostics.error(from.span(), refused.message(), help),
                        () -> diagnostics.error(from.span(), refused.message()));
            case ModuleLoader.Found found -> {
                String path = found.module().path();
                if (active.contains(path)) {
                    reportCircle(from, path);
                    return;
                }
                if (!done.containsKey(path)) {
                    visit(found.module());
                }
                imports.put(from, path);
            }
        }
    }

    private void reportCircle(StringLiteral from, String path) {
        List<String> circle = new ArrayList<>(active.subList(active.indexOf(path), active.size()));
        circle.add(path);
        diagnostics.error(
                from.span(),
                circle.size() == 2
                        ? "the module \"" + path + "\" imports itself"
                        : "these modules import each other in a circle: " + String.join(" > ", circle),
                "move what both need into a module of its own");
    }
}
