package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.language.ast.ClassMember.Modifiers;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Expression.StringLiteral;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;

/** Makes a module's top-level names known, before anything in it is checked. Everything it imports has been declared before. */
final class ModuleDeclarations {
    private final Round round;
    private final ModuleScope module;
    private final TypeResolver types;
    private final List<FunctionSymbol> functions = new ArrayList<>();
    private final List<ClassSymbol> classes = new ArrayList<>();
    private final List<AliasSymbol> aliases = new ArrayList<>();
    private final List<Runnable> genericTypes = new ArrayList<>();
    private final List<GenericClass> genericClasses = new ArrayList<>();

    ModuleDeclarations(Round round, ModuleScope module) {
        this.round = round;
        this.module = module;
        this.types = new TypeResolver(round, module, module.scope());
    }

    List<FunctionSymbol> functions() {
        return functions;
    }

    List<ClassSymbol> classes() {
        return classes;
    }

    List<GenericClass> genericClasses() {
        return genericClasses;
    }

    void declare() {
        List<Statement> statements = module.declarations();
        statements.forEach(this::declare);
        statements.forEach(this::export);
        InterfaceDeclarations interfaces = new InterfaceDeclarations(round, module, types);
        round.interfaces().values().stream()
                .filter(i -> i.module() == module)
                .toList()
                .forEach(interfaces::resolve);
        aliases.forEach(types::resolveAlias);
        genericTypes.forEach(Runnable::run);
        classes.forEach(c -> resolveSuperclass(round, c));
        ClassDeclarations members = new ClassDeclarations(round);
        classes.forEach(members::declare);
        genericClasses.forEach(members::declareStatics);
        functions.forEach(f -> resolveSignature(round, f));
        module.globals().forEach(this::resolveGlobal);
    }

    private void declare(Statement statement) {
        switch (statement) {
            case Statement.FunctionDeclaration s -> declare(s.name(), s.function());
            case Statement.ClassDeclaration s when !s.typeParameters().isEmpty() -> {
                GenericClass symbol = new GenericClass(s, module, module.scope());
                if (add(s.name(), symbol)) {
                    genericClasses.add(symbol);
                }
            }
            case Statement.ClassDeclaration s -> {
                ClassType type = new ClassType(module.pathOf(s.name().text()), s.name().text());
                ClassSymbol symbol = ClassSymbol.of(s, module, module.scope(), type);
                if (add(s.name(), symbol)) {
                    classes.add(symbol);
                    round.classes().put(symbol.type(), symbol);
                }
            }
            case Statement.InterfaceDeclaration s when !s.typeParameters().isEmpty() -> {
                GenericInterface symbol = new GenericInterface(s, module, module.scope(), module.pathOf(s.name().text()));
                if (add(s.name(), symbol)) {
                    genericTypes.add(() -> symbol.checkText(round));
                }
            }
            case Statement.InterfaceDeclaration s -> {
                InterfaceType type = new InterfaceType(module.pathOf(s.name().text()), s.name().text());
                InterfaceSymbol symbol = new InterfaceSymbol(type, module, s.span(), s.bases(), s.members());
                if (add(s.name(), symbol)) {
                    round.interfaces().put(type, symbol);
                }
            }
            case Statement.EnumDeclaration s -> add(s.name(), new EnumDeclarations(round, module).declare(s));
            case Statement.TypeAlias s when !s.typeParameters().isEmpty() -> {
                GenericAlias symbol = new GenericAlias(s, module, module.scope(), module.pathOf(s.name().text()));
                if (add(s.name(), symbol)) {
                    genericTypes.add(() -> symbol.checkText(round));
                }
            }
            case Statement.TypeAlias s -> {
                AliasSymbol symbol = new AliasSymbol(s, module, module.scope(), module.pathOf(s.name().text()));
                if (add(s.name(), symbol)) {
                    aliases.add(symbol);
                }
            }
            case Statement.Variables s -> s.declarators().forEach(d -> {
                Optional<FunctionNode> generic = genericFunction(s, d);
                if (generic.isPresent()) {
                    declare(d.name(), generic.get());
                    return;
                }
                GlobalDeclaration declaration = new GlobalDeclaration(
                        module, d.name().text(), d.type(), d.initializer(), Optional.empty());
                VariableSymbol symbol = VariableSymbol.global(d.name(), s.isConst(), declaration);
                symbol.setInitializer(d.initializer());
                round.settled().bind(symbol);
                if (add(d.name(), symbol)) {
                    module.globals().add(symbol);
                }
            });
            case Statement.ImportNames s -> s.names().forEach(n -> importName(s, n));
            case Statement.ImportAll s -> add(
                    s.alias(), new ModuleSymbol(s.alias().text(), imported(s.from()).orElse(null)));
            default -> {}
        }
    }

    private void declare(Name name, FunctionNode function) {
        FunctionId id = new FunctionId(module.pathOf(name.text()), name.text());
        FunctionSymbol symbol = new FunctionSymbol(name, function, module, id, Optional.empty(), Modifiers.NONE);
        if (add(name, symbol)) {
            functions.add(symbol);
        }
    }

    /** The function that {@code const f = <T>(x: T) => …} declares: having no one type, it can be no value in a variable. */
    static Optional<FunctionNode> genericFunction(Statement.Variables statement, Statement.Declarator declarator) {
        return statement.isConst() && declarator.type().isEmpty()
                ? declarator.initializer()
                        .filter(Expression.Function.class::isInstance)
                        .map(e -> ((Expression.Function) e).function())
                        .filter(f -> !f.typeParameters().isEmpty())
                : Optional.empty();
    }

    private boolean add(Name name, Symbol symbol) {
        boolean isNew = module.scope().declare(name.text(), symbol);
        if (!isNew) {
            round.error(name.span(), "\"" + name + "\" is already declared here");
        }
        return isNew;
    }

    private Optional<ModuleScope> imported(StringLiteral from) {
        return module.importedPath(from)
                .map(path -> round.modules().get(path));
    }

    private void importName(Statement.ImportNames s, Statement.Renaming renaming) {
        Optional<ModuleScope> source = imported(s.from());
        if (source.isEmpty()) {
            addUnknown(renaming.alias());
            return;
        }
        Map<String, Symbol> exports = source.get().exports();
        Symbol symbol = exports.get(renaming.name().text());
        if (symbol == null) {
            if (!source.get().isBroken()) {
                reportMissing(source.get(), renaming.name());
            }
            addUnknown(renaming.alias());
            return;
        }
        if (s.typeOnly() && !symbol.isType()) {
            round.error(
                    renaming.name().span(),
                    "the " + symbol.kind() + " \"" + symbol.name() + "\" is not a type",
                    "import it without \"type\"");
        }
        add(renaming.alias(), symbol);
    }

    /** A name that could not be imported: it goes with everything, since its absence has been reported. */
    private void addUnknown(Name name) {
        GlobalDeclaration declaration =
                new GlobalDeclaration(module, name.text(), Optional.empty(), Optional.empty(), Optional.empty());
        VariableSymbol unknown = VariableSymbol.global(name, false, declaration);
        round.globals().bind(unknown, PrimitiveType.NEVER);
        unknown.markDeclared();
        add(name, unknown);
    }

    private void reportMissing(ModuleScope source, Name name) {
        boolean isDeclared = source.scope().findHere(name.text()).isPresent();
        round.error(
                name.span(),
                "the module \"" + source.path() + "\" exports no \"" + name + "\"",
                isDeclared
                        ? Optional.of("it declares \"" + name + "\", but does not export it")
                        : Suggestion.of(name.text(), source.exports().keySet()));
    }

    private void export(Statement statement) {
        switch (statement) {
            case Statement.FunctionDeclaration s when s.exported() -> export(s.name(), s.name());
            case Statement.ClassDeclaration s when s.exported() -> export(s.name(), s.name());
            case Statement.TypeAlias s when s.exported() -> export(s.name(), s.name());
            case Statement.InterfaceDeclaration s when s.exported() -> export(s.name(), s.name());
            case Statement.EnumDeclaration s when s.exported() -> export(s.name(), s.name());
            case Statement.Variables s when s.exported() ->
                s.declarators().forEach(d -> export(d.name(), d.name()));
            case Statement.Export s -> s.names().forEach(n -> export(n.name(), n.alias()));
            default -> {}
        }
    }

    private void export(Name name, Name alias) {
        Optional<Symbol> symbol = module.scope().findHere(name.text());
        if (symbol.isEmpty()) {
            if (!module.isBroken()) {
                round.error(name.span(), "there is no \"" + name + "\" in this module");
            }
        } else if (module.exports().putIfAbsent(alias.text(), symbol.get()) != null) {
            boolean same = module.exports().get(alias.text()) == symbol.get() && name.equals(alias);
            if (!same) {
                round.error(alias.span(), "\"" + alias + "\" is already exported");
            }
        }
    }

    /** Finds the superclass of a class, and takes it away again if the class inherits from itself. */
    static void resolveSuperclass(Round round, ClassSymbol symbol) {
        TypeResolver types = new TypeResolver(round, symbol.module(), symbol.around());
        Optional<ClassSymbol> found = symbol.node().superclass().flatMap(types::resolveClass);
        if (found.isPresent() && found.get().inheritsFrom(symbol)) {
            round.error(
                    symbol.node().superclass().orElseThrow().span(),
                    "the class \"" + symbol.name() + "\" inherits from itself");
        } else {
            found.ifPresent(symbol::setSuperclass);
        }
    }

    /** Finds the declared types of a function's parameters and result; of instances not before they are asked for. */
    static void resolveSignature(Round round, FunctionSymbol symbol) {
        if (!symbol.node().typeParameters().isEmpty() && symbol.ownArguments().isEmpty()) {
            symbol.makeGeneric(new Generic(round, symbol));
        }
        if (symbol.typeArguments().isEmpty()) {
            resolveSignatureNow(round, symbol);
        } else {
            symbol.resolveLater(
                    () -> round.instances().as(symbol, () -> resolveSignatureNow(round, symbol)));
        }
    }

    /** Finds them at once. */
    static void resolveSignatureNow(Round round, FunctionSymbol symbol) {
        TypeResolver types = new TypeResolver(round, symbol.module(), symbol.around());
        boolean isMethod = symbol.owner().isPresent() && !symbol.modifiers().isStatic();
        new Signatures(round, isMethod ? types.withThis(symbol.owner().get().type()) : types).resolve(symbol);
    }

    private void resolveGlobal(VariableSymbol symbol) {
        if (symbol.type() != null) {
            return;
        }
        if (symbol.global().type().isPresent()) {
            round.globals().bind(symbol, types.resolve(symbol.global().type().get()));
        } else if (symbol.global().initializer().isEmpty()) {
            round.globals().bind(symbol, symbol.isConstant() ? PrimitiveType.NEVER : PrimitiveType.ANY);
        }
    }
}
