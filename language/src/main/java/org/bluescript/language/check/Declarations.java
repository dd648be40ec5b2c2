package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.Statement.Declarator;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks {@code let} and {@code const}. */
final class Declarations {
    private final FunctionBody body;
    private final Round round;

    Declarations(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    /**
     * Makes the names that the statements declare known in the present scope, though not usable yet. A constant function or
     * a timer that a closure uses before its declaration comes to life here, empty.
     */
    List<TypedStatement> announce(List<Statement> statements) {
        List<TypedStatement> early = new ArrayList<>();
        if (body.isTopLevel() && body.scope() == body.module().scope()) {
            return early;
        }
        announceTypes(statements);
        for (Statement statement : statements) {
            if (statement instanceof Statement.Variables variables) {
                for (Declarator d : variables.declarators()) {
                    if (ModuleDeclarations.genericFunction(variables, d).isPresent()) {
                        continue;
                    }
                    VariableSymbol symbol = VariableSymbol.local(d.name(), variables.isConst(), body);
                    symbol.setInitializer(d.initializer());
                    body.expressions().variables().declare(d.name(), symbol);
                    bindEarly(symbol, d).ifPresent(early::add);
                }
            }
        }
        return early;
    }

    private void announceTypes(List<Statement> statements) {
        List<AliasSymbol> aliases = new ArrayList<>();
        List<Runnable> generics = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.TypeAlias alias && !alias.typeParameters().isEmpty()) {
                GenericAlias symbol = new GenericAlias(alias, body.module(), body.scope(), where(alias.span()));
                body.expressions().variables().declare(alias.name(), symbol);
                generics.add(() -> symbol.checkText(round));
            } else if (statement instanceof Statement.TypeAlias alias) {
                AliasSymbol symbol = new AliasSymbol(alias, body.module(), body.scope(), where(alias.span()));
                body.expressions().variables().declare(alias.name(), symbol);
                aliases.add(symbol);
            }
        }
        announceInterfaces(statements, generics);
        aliases.forEach(body.types()::resolveAlias);
        generics.forEach(Runnable::run);
    }

    /** What tells types of the same name apart that are declared in different blocks. */
    private String where(Span declaration) {
        return body.module().path() + ":" + body.id().name() + ":" + declaration.start();
    }

    private void announceInterfaces(List<Statement> statements, List<Runnable> generics) {
        List<InterfaceSymbol> interfaces = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.InterfaceDeclaration s && !s.typeParameters().isEmpty()) {
                GenericInterface symbol = new GenericInterface(s, body.module(), body.scope(), where(s.span()));
                body.expressions().variables().declare(s.name(), symbol);
                generics.add(() -> symbol.checkText(round));
            } else if (statement instanceof Statement.InterfaceDeclaration s) {
                InterfaceType type = new InterfaceType(where(s.span()), s.name().text());
                InterfaceSymbol symbol = new InterfaceSymbol(type, body.module(), s.span(), s.bases(), s.members());
                body.expressions().variables().declare(s.name(), symbol);
                round.interfaces().put(type, symbol);
                interfaces.add(symbol);
            }
        }
        InterfaceDeclarations members = new InterfaceDeclarations(round, body.module(), body.types());
        interfaces.forEach(members::resolve);
    }

    private Optional<TypedStatement> bindEarly(VariableSymbol symbol, Declarator d) {
        boolean isConstantFunction = symbol.isConstant()
                && d.initializer().filter(Expression.Function.class::isInstance).isPresent();
        boolean isTimer = d.initializer().filter(i -> Timers.isSetBy(i, body.scope())).isPresent();
        boolean isEarly = d.initializer().isPresent() && round.knowledge().knows(d.name(), Knowledge.Fact.CAPTURED_EARLY);
        if (!isEarly) {
            return Optional.empty();
        }
        if (!isConstantFunction && !isTimer) {
            Optional<Type> known = d.type().map(body.types()::resolve)
                    .or(() -> round.knowledge().typeOf(d.name(), body.typeArguments()));
            return known.map(t -> bindEarly(symbol, d, t));
        }
        Optional<? extends Type> type = isTimer
                ? Optional.of(d.type().map(body.types()::resolve).orElse(PrimitiveType.INTEGER))
                : body.expressions().variables().signature((Expression.Function) d.initializer().get());
        return type.map(t -> bindEarly(symbol, d, t));
    }

    private TypedStatement bindEarly(VariableSymbol symbol, Declarator d, Type type) {
        Local local = body.expressions().variables().create(d.name(), type);
        symbol.bind(local);
        return new TypedStatement.Declare(d.span(), local, Nodes.zero(d.span(), type));
    }

    /** Adds what the declaration becomes. */
    void check(Statement.Variables statement, Declarator d, List<TypedStatement> result) {
        Optional<Symbol> announced = body.scope().findHere(d.name().text());
        boolean isOwn = announced.isPresent()
                && announced.get() instanceof VariableSymbol v
                && v.declaration().filter(d.name()::equals).isPresent();
        if (!isOwn) {
            boolean isGeneric = announced.isPresent()
                    && announced.get() instanceof FunctionSymbol f
                    && f.declaration().equals(d.name());
            if (isGeneric) {
                return;
            }
            d.initializer().ifPresent(i -> body.expressions().check(i, PrimitiveType.NEVER));
            return;
        }
        VariableSymbol symbol = (VariableSymbol) announced.get();
        if (symbol.isGlobal()) {
            global(symbol, d, result);
        } else {
            local(symbol, d, result);
        }
        if (d.initializer().isEmpty() && statement.isConst()) {
            round.error(d.name().span(), "the constant \"" + d.name() + "\" needs a value");
            body.setFlow(body.flow().assign(symbol));
        }
    }

    private void local(VariableSymbol symbol, Declarator d, List<TypedStatement> result) {
        boolean isBound = symbol.variable() instanceof Local;
        Optional<Type> declared = d.type().map(body.types()::resolve).or(() -> learned(d.name(), d.initializer()));
        if (isBound && declared.isEmpty()) {
            declared = Optional.of(symbol.type());
        }
        Optional<TypedExpression> value = initialValue(d, declared);
        Type given = value.map(AnyConversions::given).orElse(PrimitiveType.NEVER);
        Type type = declared.orElseGet(() -> inferred(d, symbol.isConstant(), value));
        if (isBound) {
            symbol.markDeclared();
            value.filter(v -> !Nodes.isUnknown(v))
                    .ifPresent(v -> result.add(new TypedStatement.Evaluate(
                            d.span(), new TypedExpression.Write(d.span(), symbol.variable(), v))));
            return;
        }
        if (d.initializer().isPresent() && !Assignability.isUnknown(type)
                && round.knowledge().knows(d.name(), Knowledge.Fact.CAPTURED_EARLY)) {
            round.knowledge().learnType(d.name(), body.typeArguments(), type);
        }
        Local local = body.expressions().variables().create(d.name(), type);
        symbol.declare(local);
        result.add(new TypedStatement.Declare(d.span(), local, value.orElseGet(() -> Nodes.zero(d.span(), type))));
        noteFlow(symbol, d, given);
    }

    private void global(VariableSymbol symbol, Declarator d, List<TypedStatement> result) {
        Optional<Type> declared = Optional.ofNullable(symbol.type()).or(() -> learned(d.name(), d.initializer()));
        Optional<TypedExpression> value = initialValue(d, declared);
        Type given = value.map(AnyConversions::given).orElse(PrimitiveType.NEVER);
        if (symbol.type() == null) {
            round.globals().bind(symbol, declared.orElseGet(() -> inferred(d, symbol.isConstant(), value)));
        }
        symbol.markDeclared();
        value.filter(v -> !Nodes.isUnknown(v)).ifPresent(v -> {
            GlobalTypes.noteLiteral(symbol, v);
            result.add(new TypedStatement.Evaluate(
                    d.span(), new TypedExpression.Write(d.span(), symbol.variable(), v)));
        });
        noteFlow(symbol, d, given);
    }

    private void noteFlow(VariableSymbol symbol, Declarator d, Type given) {
        if (d.isDefinite()) {
            body.setFlow(body.flow().forget(p -> p.root() == symbol));
        } else if (d.initializer().isPresent()) {
            body.expressions().variables().noteAssigned(symbol, given);
        } else {
            Flow flow = body.flow().forget(p -> p.root() == symbol);
            boolean hasValue = symbol.type() == PrimitiveType.ANY;
            body.setFlow(hasValue ? flow.assign(symbol) : flow.unassign(symbol));
        }
    }

    private Optional<TypedExpression> initialValue(Declarator d, Optional<Type> declared) {
        return d.initializer().map(i -> declared.isPresent()
                ? body.expressions().coerced(i, declared.get(), "\"" + d.name() + "\"")
                : ofItsOwnType(i, body.expressions().value(i, PrimitiveType.NEVER)));
    }

    /** What is known to be null where it is read may yet be of a type that says what else it can be. */
    private TypedExpression ofItsOwnType(Expression written, TypedExpression value) {
        if (value.type() != PrimitiveType.NULL) {
            return value;
        }
        Paths paths = body.expressions().paths();
        return paths.find(written).map(paths::declaredType).map(t -> seenAs(value, t)).orElse(value);
    }

    private static TypedExpression seenAs(TypedExpression value, Type type) {
        if (value instanceof TypedExpression.Read r && type.isReference()) {
            return new TypedExpression.Read(r.span(), r.variable(), type);
        }
        return type.isReference() ? Nodes.convert(value, Conversion.REINTERPRET, type) : Coercion.convert(value, type);
    }

    /** The type of a variable that declares none. */
    private Type inferred(Declarator d, boolean isConstant, Optional<TypedExpression> value) {
        if (d.initializer().isEmpty()) {
            return isConstant ? PrimitiveType.NEVER : PrimitiveType.ANY;
        }
        return inferred(d.name(), value.map(TypedExpression::type).orElse(PrimitiveType.NEVER));
    }

    /** The type of a variable or property whose initialiser has the type {@code given}. */
    Type inferred(Name name, Type given) {
        if (given == PrimitiveType.NULL) {
            round.error(
                    name.span(),
                    "\"" + name + "\" needs a type: null alone does not say what else it may hold",
                    "write " + name + ": T | null = null");
            return PrimitiveType.NEVER;
        }
        return round.globals().openOrKnown(name, body.typeArguments(), given);
    }

    /**
     * The type of a variable or property that starts as {@code []}, if an earlier round found how it is used; one that starts
     * as null may hold anything, unless it is the hidden one of a pattern.
     */
    Optional<Type> learned(Name name, Optional<Expression> initializer) {
        boolean isWritten = Character.isUnicodeIdentifierStart(name.text().codePointAt(0)) || "_$".indexOf(name.text().charAt(0)) >= 0;
        if (isWritten && initializer.filter(Expression.NullLiteral.class::isInstance).isPresent()) {
            return Optional.of(PrimitiveType.ANY);
        }
        return round.knowledge().elementOf(name, body.typeArguments()).map(ArrayType::new);
    }
}
