package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks classes: their methods, constructors and how they fit their superclasses. */
final class ClassChecker {
    private final Round round;

    ClassChecker(Round round) {
        this.round = round;
    }

    void check(ClassSymbol symbol) {
        boolean isText = round.instances().isText(symbol);
        if (isText) {
            FunctionChecker functions = new FunctionChecker(round);
            symbol.methods().values().forEach(functions::check);
            checkStaticMethods(symbol);
        }
        new ConstructorChecker(round, symbol).check();
        symbol.superclass().filter(s -> isText).ifPresent(s -> {
            symbol.fields().values().forEach(f -> checkField(f, s));
            symbol.methods().values().forEach(m -> checkMethod(m, s));
        });
    }

    void checkStaticMethods(ClassSymbol symbol) {
        FunctionChecker functions = new FunctionChecker(round);
        symbol.statics().values().stream()
                .filter(FunctionSymbol.class::isInstance)
                .map(FunctionSymbol.class::cast)
                .forEach(functions::check);
    }

    /** Gives the static properties their values, at the place of the class among the statements of the module. */
    void checkStatics(ClassSymbol symbol, FunctionBody topLevel, List<TypedStatement> result) {
        topLevel.inScope(topLevel.scope(), Optional.of(symbol), () -> {
            symbol.statics().values().stream()
                    .filter(VariableSymbol.class::isInstance)
                    .map(VariableSymbol.class::cast)
                    .forEach(v -> checkStatic(v, topLevel, result));
            return null;
        });
    }

    /** The class in the typed tree; all its members must have been checked. */
    TypedClass typed(ClassSymbol symbol) {
        return new TypedClass(
                symbol.type(),
                symbol.superclass().map(ClassSymbol::type),
                symbol.fields().values().stream().map(FieldSymbol::field).toList(),
                Stream.concat(
                                symbol.methods().values().stream().filter(ClassChecker::isMade),
                                symbol.methodInstances().values().stream())
                        .map(this::typed)
                        .toList(),
                ClassDeclarations.constructorOf(symbol),
                symbol.node().span());
    }

    /** Whether the method is no pattern, and has been checked because somebody needs it. */
    private static boolean isMade(FunctionSymbol method) {
        return method.generic().isEmpty() && method.state() == FunctionSymbol.State.CHECKED;
    }

    private Method typed(FunctionSymbol method) {
        return new Method(
                method.owner().orElseThrow().type(),
                method.instanceName(),
                method.typeWith(round.results().resultOf(method)),
                method.id());
    }

    private void checkStatic(VariableSymbol variable, FunctionBody topLevel, List<TypedStatement> result) {
        Optional<Expression> initializer = variable.global().initializer();
        if (initializer.isEmpty()) {
            return;
        }
        Name name = variable.declaration().orElseThrow();
        Type declared = Optional.ofNullable(variable.type())
                .or(() -> topLevel.statements().declarations().learned(name))
                .orElse(PrimitiveType.NEVER);
        TypedExpression value = topLevel.expressions()
                .coerced(initializer.get(), declared, "the property \"" + name + "\"");
        if (variable.type() == null) {
            round.globals().bind(variable, topLevel.statements().declarations().inferred(name, value.type()));
        }
        variable.markDeclared();
        if (!Nodes.isUnknown(value)) {
            GlobalTypes.noteLiteral(variable, value);
            result.add(new TypedStatement.Evaluate(
                    name.span(), new TypedExpression.Write(name.span(), variable.variable(), value)));
        }
    }

    private void checkField(FieldSymbol field, ClassSymbol superclass) {
        boolean clashes = superclass.findField(field.name()).isPresent()
                || superclass.findMethod(field.name()).isPresent();
        if (clashes) {
            round.error(
                    field.node().name().span(),
                    "\"" + field.name() + "\" is already declared in the superclass",
                    "a property is declared once: leave it out here, or give it another name");
        }
    }

    private void checkMethod(FunctionSymbol method, ClassSymbol superclass) {
        Name name = method.declaration();
        if (superclass.findField(method.name()).isPresent()) {
            round.error(name.span(), "\"" + name + "\" is already declared as a property of the superclass");
            return;
        }
        Optional<FunctionSymbol> found = superclass.findMethod(method.name());
        if (found.isEmpty()) {
            return;
        }
        FunctionSymbol overridden = found.get();
        String owner = overridden.owner().orElseThrow().name();
        if (overridden.modifiers().visibility() == Visibility.PRIVATE) {
            round.error(name.span(), "the class \"" + owner + "\" has a private method of the name \"" + name + "\"");
            return;
        }
        if (method.modifiers().visibility().compareTo(overridden.modifiers().visibility()) > 0) {
            round.error(
                    name.span(),
                    "\"" + name + "\" cannot be less visible than the method of \"" + owner + "\" that it overrides");
            return;
        }
        if (method.generic().isPresent() || overridden.generic().isPresent()) {
            checkGenericMethod(method, overridden);
            return;
        }
        FunctionType own = method.typeWith(round.results().resultOf(method));
        FunctionType inherited = overridden.typeWith(round.results().resultOf(overridden));
        boolean unknown = Assignability.isUnknown(own.result()) || Assignability.isUnknown(inherited.result());
        if (!unknown && !round.assignability().isAssignable(own, inherited)) {
            round.error(
                    name.span(),
                    "\"" + name + "\" is " + own + ", but the method of \"" + owner + "\" that it overrides is "
                            + inherited);
        }
    }

    /** Methods with type parameters are compared as if these were the same. */
    private void checkGenericMethod(FunctionSymbol method, FunctionSymbol overridden) {
        Name name = method.declaration();
        String owner = overridden.owner().orElseThrow().name();
        int own = method.generic().map(g -> g.parameters().size()).orElse(0);
        int inherited = overridden.generic().map(g -> g.parameters().size()).orElse(0);
        if (own != inherited) {
            round.error(
                    name.span(),
                    "\"" + name + "\" has " + own + " type parameters, but the method of \"" + owner
                            + "\" that it overrides has " + inherited);
            return;
        }
        List<Type> placeholders = method.generic().orElseThrow().placeholders();
        round.instances().function(overridden, placeholders, name.span()).ifPresent(other -> {
            if (method.declaredResult().isEmpty() || other.declaredResult().isEmpty()) {
                return;
            }
            FunctionType ownType = method.typeWith(method.declaredResult().get());
            FunctionType otherType = other.typeWith(other.declaredResult().get());
            if (!round.assignability().isAssignable(ownType, otherType)) {
                round.error(
                        name.span(),
                        "\"" + name + "\" is " + ownType + ", but the method of \"" + owner
                                + "\" that it overrides is " + otherType);
            }
        });
    }
}
