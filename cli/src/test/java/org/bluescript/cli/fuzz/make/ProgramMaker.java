package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluescript.cli.fuzz.text.Node;

/** Makes whole programs: enums, variables, classes, functions, and statements that use them. */
public final class ProgramMaker {
    private final Maker make;
    private final Chooser chooser;
    private final ClassMaker classes;
    private final TypeMaker types;
    private final GenericMaker generics;
    private final List<Node> lines = new ArrayList<>();
    /** Percent: most programs are small, for many small ones find more in the same time. */
    private final int size;
    /** What exists before any object does. */
    private final Scope early = Scope.top(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), false, false));
    private final Scope globals = early.with(new Scope.Body(ValueType.Simple.VOID, Optional.empty(), true, false));

    private ProgramMaker(long seed) {
        this.chooser = new Chooser(seed);
        this.make = new Maker(chooser);
        this.classes = new ClassMaker(make);
        this.types = new TypeMaker(make);
        this.generics = new GenericMaker(make);
        this.size = chooser.of(5, 10, 15, 30, 60);
    }

    /** How many of something a program of this size has. */
    private int some(int least, int most) {
        return least + (chooser.below(most - least + 1) * size + 50) / 100;
    }

    /** The program of a seed: always the same one. */
    public static Node of(long seed) {
        return new ProgramMaker(seed).program();
    }

    private Node program() {
        if (chooser.percent(20)) {
            List<ModuleMaker.Exports> modules = ModuleMaker.modules(make, lines);
            lines.add(Node.statement(ModuleMaker.MARK + "main"));
            lines.addAll(ModuleMaker.imports(make, modules, early));
        }
        List<FunctionShape> imported = List.copyOf(make.world().functions());
        List<ClassShape> importedClasses = List.copyOf(make.world().classes());
        lines.addAll(Prelude.declarations());
        if (make.world().timers()) {
            lines.add(Prelude.timers());
        }
        declareEnums();
        declareErrors();
        for (int i = some(0, 3); i > 0; i--) {
            types.announceRecord().ifPresent(lines::add);
        }
        for (int i = some(2, 5); i > 0; i--) {
            lines.add(Declarations.declaration(make, make.anyType(0), early, early));
        }
        decideOnTables();
        announceClasses(importedClasses);
        decideOnTables();
        decideWhatGrows();
        List<Node> variables = new ArrayList<>();
        for (int i = some(1, 5); i > 0; i--) {
            Scope initial = globals.with(early.body());
            variables.add(Declarations.declaration(make, make.anyType(2), initial, globals));
        }
        List<FunctionShape> announced = announceFunctions(imported.size());
        make.world().classes().stream()
                .filter(c -> !importedClasses.contains(c))
                .forEach(this::declareClass);
        lines.addAll(variables);
        make.world().functions().clear();
        make.world().functions().addAll(imported);
        for (FunctionShape function : announced) {
            if (chooser.percent(25)) {
                lines.add(generics.function(globals));
            }
            declareFunction(function);
        }
        run();
        return Node.of(Node.Role.PROGRAM, "", lines.toArray());
    }

    private void declareEnums() {
        for (int i = some(0, 2); i > 0; i--) {
            String name = make.world().name("E");
            List<String> members = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int m = chooser.between(1, 4); m > 0; m--) {
                String member = make.world().name("M");
                members.add(member);
                String value = members.size() == 1 || chooser.percent(70)
                        ? chooser.between(-3, 40) + ""
                        : members.getFirst() + chooser.of(" << 1", " | 4", " + 1", " ^ -1");
                texts.add(member + (chooser.percent(40) ? " = " + value : ""));
            }
            make.world().enums().add(new EnumShape(name, members));
            lines.add(Node.statement(chooser.of("", "", "const ") + "enum " + name + " { " + String.join(", ", texts) + " }"));
        }
    }

    private void declareErrors() {
        for (int i = chooser.of(0, 0, 1, 2, 3); i > 0; i--) {
            ErrorShape error = ErrorShape.announced(make);
            make.world().errors().add(error);
            lines.add(error.declaration(chooser));
        }
    }

    private void announceClasses(List<ClassShape> known) {
        for (int i = some(0, 5); i > 0; i--) {
            switch (chooser.below(10)) {
                case 0, 1 -> generics.announceClass();
                case 2 -> classes.announceAbstract();
                default -> classes.announce();
            }
        }
        announceViews();
        for (int i = some(0, 3); i > 0; i--) {
            lines.addAll(types.announceUnion());
        }
        make.world().classes().stream().filter(c -> !known.contains(c)).forEach(this::announceMethods);
        announceViews();
    }

    private void announceViews() {
        for (int i = make.world().classes().isEmpty() ? 0 : some(0, 2); i > 0; i--) {
            types.announceView(chooser.of(make.world().classes())).ifPresent(lines::add);
        }
    }

    /** A generic class stands where its first instance would. */
    private void declareClass(ClassShape shape) {
        Optional<GenericClass> generic = make.world().genericClasses().stream().filter(g -> g.makes(shape)).findFirst();
        if (generic.isEmpty()) {
            lines.add(classes.declaration(shape, early, globals));
        } else if (generic.get().instances().getFirst().shape() == shape) {
            lines.add(generics.declaration(generic.get(), globals));
        }
    }

    private void announceMethods(ClassShape shape) {
        Optional<GenericClass> generic = make.world().genericClasses().stream().filter(g -> g.makes(shape)).findFirst();
        if (generic.isEmpty()) {
            classes.announceMethods(shape);
        } else if (generic.get().instances().getFirst().shape() == shape) {
            generics.announceMethods(generic.get());
        }
    }

    private void decideOnTables() {
        if (chooser.percent(25)) {
            make.world().tables().add(Tables.type(make));
        }
    }

    private void decideWhatGrows() {
        for (int i = some(0, 4); i > 0; i--) {
            make.world().growing().add(make.anyType(1));
        }
    }

    /** Methods may call all functions, functions only earlier ones. */
    private List<FunctionShape> announceFunctions(int known) {
        for (int i = some(1, 4); i > 0; i--) {
            make.world().functions().add(make.functionShape("g"));
        }
        return List.copyOf(make.world().functions().subList(known, make.world().functions().size()));
    }

    private void declareFunction(FunctionShape function) {
        boolean calls = chooser.percent(75);
        Scope scope = globals.function(new Scope.Body(function.result(), Optional.empty(), calls, true));
        Node parameters = Signatures.parameters(make, function.type(), scope);
        lines.add(Node.statement("function " + function.name(), parameters, ": " + function.result().text() + " ",
                calls ? FunctionLiterals.body(make, function.result(), scope) : leaf(function, scope)));
        make.world().functions().add(function);
    }

    /** The body of a function that calls nothing: the C compiler may put it in line. */
    private Node leaf(FunctionShape function, Scope scope) {
        List<Node> body = new ArrayList<>(make.statements(scope, 4));
        if (function.result() != ValueType.Simple.VOID) {
            body.add(Node.statement("return ", make.assignable(function.result(), scope), ";"));
        }
        return Node.block(body);
    }

    private void run() {
        for (int i = some(3, 9); i > 0; i--) {
            lines.add(chooser.percent(60) ? guarded() : make.statement(globals));
            if (chooser.percent(40)) {
                lines.add(Prelude.refuel());
            }
        }
        finish();
    }

    /** A statement whose errors do not end the program. */
    private Node guarded() {
        String error = make.world().name("e");
        Node told = Node.statement("print(" + error + ".name, " + error + ".message);");
        return Node.statement("try ", make.block(globals.block(), 3), " catch (" + error + ") ", Node.block(List.of(told)));
    }

    /** Prints all variables. Those that a function prints are found in the device's memory when the program has ended. */
    private void finish() {
        List<Node> prints = globals.variables(v -> true).stream()
                .distinct()
                .map(v -> Node.statement("print(\"" + v.name() + "\", " + v.name() + ");"))
                .toList();
        if (chooser.percent(70)) {
            lines.add(Node.statement("function finish(): void ", Node.block(prints)));
            lines.add(Node.statement("finish();"));
            if (make.world().timers()) {
                lines.add(Node.statement("setTimeout(finish, 40);"));
            }
        } else {
            lines.addAll(prints);
        }
    }
}
