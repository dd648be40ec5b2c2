package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.List;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TypedClass;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Checks classes: their methods, constructors and how they fit their superclasses. */
final class ClassChecker {
    private final Round round;

    ClassChecker(Round round) {
        this.round = round;
    }

    void check(ClassSymbol symbol) {
        if (round.settled().known(symbol).isPresent()) {
            return;
        }
        checkPromises(symbol);
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
            checkAccessors(symbol, s);
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
                fields(symbol),
                Stream.concat(
                                symbol.methods().values().stream().filter(this::isMade),
                                symbol.methodInstances().values().stream())
                        .map(this::typed)
                        .toList(),
                ClassDeclarations.constructorOf(symbol),
                symbol.node().span());
    }

    /** Whether the method is no pattern, and has been checked because somebody needs it. */
    private boolean isMade(FunctionSymbol method) {
        return method.generic().isEmpty()
                && (method.state() == FunctionSymbol.State.CHECKED || round.settled().resultOf(method).isPresent());
    }

    private static List<Field> fields(ClassSymbol symbol) {
        List<Field> fields = new ArrayList<>();
        symbol.fields().values().forEach(f -> fields.add(f.field()));
        if (symbol.type().equals(ErrorClasses.ERROR)) {
            fields.add(ErrorClasses.ORIGIN);
        }
        return fields;
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
                .or(() -> topLevel.statements().declarations().learned(name, initializer))
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

    /** What the words before the members promise. */
    private void checkPromises(ClassSymbol symbol) {
        for (ClassMember member : symbol.node().members()) {
            Name name = member.name();
            String text = name.text();
            boolean overrides = symbol.superclass()
                    .filter(s -> s.findMethod(text).isPresent() || s.findAccessors(text).isPresent())
                    .isPresent();
            if (member.modifiers().isOverride() && !overrides && !symbol.module().isBroken()) {
                round.error(name.span(), "\"" + name + "\" overrides nothing: no superclass has a method of that name");
            }
            if (member.modifiers().isAbstract() && !symbol.node().isAbstract()) {
                round.error(
                        name.span(),
                        "only an abstract class has abstract methods",
                        "write abstract class " + symbol.name());
            } else if (member.modifiers().isAbstract() && member.modifiers().isStatic()) {
                round.error(name.span(), "a static method cannot be abstract");
            } else if (member.modifiers().isAbstract() && member.modifiers().visibility() == Visibility.PRIVATE) {
                round.error(name.span(), "a private method cannot be abstract: no subclass could override it");
            }
        }
        if (!symbol.node().isAbstract()) {
            checkImplemented(symbol);
        }
        TypeResolver types = new TypeResolver(round, symbol.module(), symbol.around());
        symbol.node().interfaces().forEach(i -> checkInterface(symbol, i, types.resolve(i)));
    }

    private void checkInterface(ClassSymbol symbol, TypeNode.Named written, Type type) {
        if (type instanceof InterfaceType wanted) {
            round.shapes()
                    .missing(symbol.type(), wanted)
                    .ifPresent(reason -> round.error(
                            written.span(),
                            "\"" + symbol.name() + "\" does not implement " + wanted + ": " + reason));
        } else if (!Assignability.isUnknown(type)) {
            round.error(written.span(), type + " is no interface", "write extends for a class");
        }
    }

    /** Reports the first abstract method that a class which can have instances lacks. */
    private void checkImplemented(ClassSymbol symbol) {
        for (Optional<ClassSymbol> c = symbol.superclass(); c.isPresent(); c = c.get().superclass()) {
            for (FunctionSymbol method : c.get().methods().values()) {
                Optional<FunctionSymbol> found = symbol.findMethod(method.name());
                if (found.isPresent() && found.get().modifiers().isAbstract()) {
                    round.error(
                            symbol.node().name().span(),
                            "the class \"" + symbol.name() + "\" lacks \"" + method.name() + "\", which is abstract in \""
                                    + c.get().name() + "\"",
                            "declare it, or make the class abstract");
                    return;
                }
            }
        }
    }

    /** A getter replaces that of the superclass together with the setter, and cannot stand for a stored property. */
    private void checkAccessors(ClassSymbol symbol, ClassSymbol superclass) {
        Set<String> names = new LinkedHashSet<>();
        symbol.methods().keySet().forEach(m -> GetSet.propertyOf(m).ifPresent(names::add));
        for (String name : names) {
            GetSet own = symbol.findAccessors(name).orElseThrow();
            Span span = own.either().declaration().span();
            if (superclass.findField(name).isPresent() || superclass.findMethod(name).isPresent()) {
                round.error(span, "\"" + name + "\" is already declared in the superclass, and has no getter there");
                continue;
            }
            Optional<GetSet> inherited = superclass.findAccessors(name);
            boolean isHalf = inherited.isPresent()
                    && (inherited.get().getter().isPresent() && own.getter().isEmpty()
                            || inherited.get().setter().isPresent() && own.setter().isEmpty());
            if (isHalf) {
                round.error(
                        span,
                        "the superclass has a getter and a setter \"" + name + "\", here is only one of them",
                        "declare both: the other one is not inherited");
            }
        }
    }

    private void checkField(FieldSymbol field, ClassSymbol superclass) {
        boolean clashes = superclass.findField(field.name()).isPresent()
                || superclass.findMethod(field.name()).isPresent()
                || superclass.findAccessors(field.name()).isPresent();
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
        if (ThisResults.isDeclared(overridden) && !ThisResults.isGiven(method)) {
            round.error(
                    method.declaration().span(),
                    "\"" + name + "\" must give this, as the method of \"" + owner + "\" that it overrides does");
        }
        if (method.generic().isPresent() || overridden.generic().isPresent()) {
            checkGenericMethod(method, overridden);
            return;
        }
        FunctionType own = method.typeWith(round.results().resultOf(method));
        FunctionType inherited = overridden.typeWith(round.results().resultOf(overridden));
        boolean unknown = Assignability.isUnknown(own.result()) || Assignability.isUnknown(inherited.result());
        if (!unknown && !round.assignability().isAssignable(own, inherited) && !canJoin(method, own, overridden, inherited)) {
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

    /**
     * Whether the two would fit if the results that are not declared were the type that holds both; if so, the next round knows
     * it.
     */
    private boolean canJoin(
            FunctionSymbol method, FunctionType own, FunctionSymbol overridden, FunctionType inherited) {
        Optional<Type> joined = round.assignability().join(own.result(), inherited.result());
        if (joined.isEmpty()
                || !canGive(method, own.result(), joined.get())
                || !canGive(overridden, inherited.result(), joined.get())
                || !round.assignability().isAssignable(own.withResult(joined.get()), inherited.withResult(joined.get()))) {
            return false;
        }
        learn(method, joined.get());
        learn(overridden, joined.get());
        round.knowledge().requireAnotherRound();
        return true;
    }

    /** Other methods may have told more of its result in this round. */
    private void learn(FunctionSymbol method, Type result) {
        Type wider = round.knowledge()
                .expectedResultOf(method.node(), method.typeArguments())
                .flatMap(before -> round.assignability().join(before, result))
                .orElse(result);
        round.knowledge().learnResult(method.node(), method.typeArguments(), wider);
    }

    private static boolean canGive(FunctionSymbol method, Type result, Type wanted) {
        return result.equals(wanted) || method.declaredResult().isEmpty();
    }
}
