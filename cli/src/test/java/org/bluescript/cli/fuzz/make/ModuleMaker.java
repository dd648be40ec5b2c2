package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/**
 * Makes a module that others import: variables, functions that assign and read them, perhaps a class, and statements
 * that tell when it runs. Importers see its variables change, but cannot assign them.
 */
final class ModuleMaker {
    /** The line before a module. */
    static final String MARK = "// module ";

    /** What a module exports, under the names that its importers write. */
    record Exports(String module, List<Variable> variables, List<FunctionShape> functions, List<ClassShape> classes) {}

    private final Maker make;
    private final Chooser chooser;
    private final String name;
    private final List<Node> lines = new ArrayList<>();
    private final Scope early = Scope.top(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), false, false));
    private final Scope globals = early.with(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), true, false));

    ModuleMaker(Maker make, String name) {
        this.make = make;
        this.chooser = make.chooser();
        this.name = name;
    }

    /** A few modules that a main one may import, the later ones importing the earlier ones; {@code lines} gets their text. */
    static List<Exports> modules(Maker make, List<Node> lines) {
        List<Exports> all = new ArrayList<>();
        for (int i = make.chooser().of(1, 1, 2, 3); i > 0; i--) {
            ModuleMaker module = new ModuleMaker(make, "lib" + (all.isEmpty() ? "" : all.size()));
            all.add(module.module(List.copyOf(all)));
            lines.addAll(module.lines);
        }
        return all;
    }

    private Exports module(List<Exports> imported) {
        lines.add(Node.statement(MARK + name));
        lines.addAll(imports(make, imported, early));
        List<FunctionShape> functions = new ArrayList<>();
        for (FunctionShape known : make.world().functions()) {
            if (chooser.percent(30)) {
                FunctionShape again = new FunctionShape(make.world().name("g"), known.type());
                lines.add(Node.statement("export { " + known.name() + " as " + again.name() + " };"));
                functions.add(again);
            }
        }
        lines.addAll(Prelude.declarations());
        if (make.world().timers()) {
            lines.add(Prelude.timers());
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = chooser.between(1, 3); i > 0; i--) {
            Scope declared = Scope.top(early.body());
            export(Declarations.declaration(make, make.anyType(2), early, declared));
            variables.addAll(declared.variables(v -> true));
            early.add(variables.getLast());
        }
        List<ClassShape> shapes = new ArrayList<>();
        if (chooser.percent(50)) {
            ClassMaker classes = new ClassMaker(make);
            ClassShape shape = classes.announce();
            classes.announceMethods(shape);
            export(classes.declaration(shape, early, globals));
            shapes.add(shape);
        }
        for (Variable variable : variables) {
            if (variable.assignable()) {
                functions.add(setter(variable));
            }
        }
        FunctionShape function = make.functionShape("g");
        functions.add(function);
        define(function);
        for (int i = chooser.below(3); i > 0; i--) {
            lines.add(make.statement(globals));
        }
        lines.add(Node.statement("print(\"" + name + "\");"));
        return new Exports(name, variables, functions, shapes);
    }

    /** What a module begins with that imports others: afterwards their functions are known to the world, and their variables to a scope. */
    static List<Node> imports(Maker make, List<Exports> all, Scope importer) {
        List<Node> lines = new ArrayList<>();
        make.world().functions().clear();
        for (Exports exports : all) {
            for (FunctionShape function : exports.functions()) {
                make.world().functions().add(new FunctionShape(imported(make, exports, function.name(), lines), function.type()));
            }
            for (Variable variable : exports.variables()) {
                importer.add(new Variable(imported(make, exports, variable.name(), lines), variable.type(), false));
            }
            exports.classes().forEach(c -> lines.add(statement(exports, c.name())));
        }
        return lines;
    }

    /** Under which name the importer knows it. */
    private static String imported(Maker make, Exports exports, String name, List<Node> lines) {
        String local = make.chooser().percent(60) ? name : make.world().name("r");
        lines.add(statement(exports, name + (local.equals(name) ? "" : " as " + local)));
        return local;
    }

    private static Node statement(Exports exports, String what) {
        return Node.statement("import { " + what + " } from \"./" + exports.module() + "\";");
    }

    private void export(Node declaration) {
        lines.add(Node.statement("export ", declaration));
    }

    private FunctionShape setter(Variable variable) {
        FunctionShape shape = new FunctionShape(make.world().name("g"),
                new ValueType.FunctionOf(List.of(variable.type()), List.of(), Optional.empty(), variable.type()));
        Node body = Node.block(List.of(
                Node.statement("const old = " + variable.name() + ";"),
                Node.statement(variable.name() + " = p;"),
                Node.statement("return old;")));
        lines.add(Node.statement("export function " + shape.name() + "(p: " + variable.type().text() + "): "
                + variable.type().text() + " ", body));
        make.world().functions().add(shape);
        return shape;
    }

    private void define(FunctionShape function) {
        Scope scope = globals.function(new Scope.Body(function.result(), Optional.empty(), true, true));
        Node parameters = Signatures.parameters(make, function.type(), scope);
        lines.add(Node.statement("export function " + function.name(), parameters, ": " + function.result().text() + " ",
                FunctionLiterals.body(make, function.result(), scope)));
    }
}
