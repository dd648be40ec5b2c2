package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/**
 * Makes a module that the main one imports: variables, functions that assign and read them, perhaps a class, and statements
 * that tell when it runs. Importers see its variables change, but cannot assign them.
 */
final class ModuleMaker {
    /** The line before a module. */
    static final String MARK = "// module ";

    private static final String NAME = "lib";

    private final Maker make;
    private final Chooser chooser;
    private final List<Node> lines = new ArrayList<>();
    private final List<Node> imports = new ArrayList<>();
    private final Scope early = Scope.top(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), false, false));
    private final Scope globals = early.with(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), true, false));

    ModuleMaker(Maker make) {
        this.make = make;
        this.chooser = make.chooser();
    }

    /** Its lines, and the imports that the main module begins with; what can be imported is known to the world and to {@code importer}. */
    List<Node> module(Scope importer) {
        lines.add(Node.statement(MARK + NAME));
        lines.addAll(Prelude.declarations());
        List<Variable> variables = new ArrayList<>();
        for (int i = chooser.between(1, 3); i > 0; i--) {
            Node declaration = Declarations.declaration(make, make.anyType(2), early, early);
            export(declaration);
        }
        early.variables(v -> true).stream().distinct().forEach(variables::add);
        if (chooser.percent(50)) {
            ClassMaker classes = new ClassMaker(make);
            ClassShape shape = classes.announce();
            classes.announceMethods(shape);
            export(classes.declaration(shape, early, globals));
            imports.add(Node.statement("import { " + shape.name() + " } from \"./" + NAME + "\";"));
        }
        List<FunctionShape> functions = new ArrayList<>();
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
        lines.add(Node.statement("print(\"" + NAME + "\");"));
        make.world().functions().clear();
        functions.forEach(f -> make.world().functions().add(new FunctionShape(imported(f.name()), f.type())));
        variables.forEach(v -> importer.add(new Variable(imported(v.name()), v.type(), false)));
        lines.add(Node.statement(MARK + "main"));
        lines.addAll(imports);
        return lines;
    }

    private void export(Node declaration) {
        lines.add(Node.statement("export ", declaration));
    }

    /** Under which name the main module knows it. */
    private String imported(String name) {
        String local = chooser.percent(60) ? name : make.world().name("r");
        imports.add(Node.statement(
                "import { " + name + (local.equals(name) ? "" : " as " + local) + " } from \"./" + NAME + "\";"));
        return local;
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
