package org.bluescript.language.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Finds the types of globals and properties whose declarations give only an initialiser, wherever they are used first. */
final class GlobalTypes {
    private final Round round;
    private final Set<VariableSymbol> active = new HashSet<>();

    GlobalTypes(Round round) {
        this.round = round;
    }

    /** The type of the global; tries its initialiser if the check has not come to it yet. */
    Type typeOf(VariableSymbol global) {
        if (global.type() != null) {
            return global.type();
        }
        GlobalDeclaration declaration = global.global();
        Optional<FunctionType> signature = signature(
                declaration.module(), declaration.module().scope(), declaration.initializer().orElseThrow());
        if (signature.isPresent()) {
            bind(global, signature.get());
            return global.type();
        }
        if (Timers.isSetBy(declaration.initializer().get(), declaration.module().scope())) {
            bind(global, PrimitiveType.INTEGER);
            return global.type();
        }
        Name name = global.declaration().orElseThrow();
        if (!active.add(global)) {
            // A closure in the initialiser may use what is initialised, if its type does not depend on that.
            bind(global, round.knowledge().typeOf(name, List.of()).orElse(PrimitiveType.NEVER));
            return global.type();
        }
        TypedExpression value = tryOut(declaration.module(), declaration.owner(), declaration.initializer().orElseThrow());
        active.remove(global);
        if (global.type() == PrimitiveType.NEVER) {
            if (Nodes.isUnknown(value) || Assignability.isOpenArray(value.type()) || value.type() == PrimitiveType.NULL) {
                reportCircle(name.span(), global.name());
            } else {
                round.knowledge().learnType(name, List.of(), value.type());
            }
        }
        if (global.type() == null) {
            bind(global, openOrKnown(global.declaration().orElseThrow(), List.of(), value.type()));
            noteLiteral(global, value);
        }
        return global.type();
    }

    /** The type of the property; tries its initialiser if it declares none. */
    Type typeOf(FieldSymbol field) {
        if (field.type() != null) {
            return field.type();
        }
        Optional<Type> settled = round.settled().typeOf(field);
        if (settled.isPresent()) {
            field.setType(settled.get());
            return field.type();
        }
        if (field.isActive()) {
            reportCircle(field.node().name().span(), field.name());
            field.setType(PrimitiveType.NEVER);
            return field.type();
        }
        Optional<FunctionType> signature =
                signature(
                field.owner().module(), field.owner().around(), field.node().initializer().orElseThrow());
        if (signature.isPresent()) {
            field.setType(signature.get());
            return field.type();
        }
        if (Timers.isSetBy(field.node().initializer().get(), field.owner().around())) {
            field.setType(PrimitiveType.INTEGER);
            return field.type();
        }
        field.setActive(true);
        ClassSymbol owner = field.owner();
        TypedExpression value = tryOut(
                owner.module(), Optional.of(owner), field.node().initializer().orElseThrow());
        field.setActive(false);
        if (field.type() == null) {
            field.setType(openOrKnown(
                    field.node().name(), owner.type().arguments(), value.type()));
        }
        return field.type();
    }

    /** Gives the global its type. */
    void bind(VariableSymbol global, Type type) {
        GlobalDeclaration declaration = global.global();
        global.bind(new Global(declaration.path(), declaration.name(), type));
    }

    /** Remembers that the constant global always has this value, if it is one that can be written down. */
    static void noteLiteral(VariableSymbol global, TypedExpression value) {
        boolean literal = value instanceof TypedExpression.IntegerConstant
                || value instanceof TypedExpression.FloatConstant
                || value instanceof TypedExpression.BooleanConstant;
        if (global.isConstant() && literal && value.type().equals(global.type())) {
            global.setLiteral(value);
        }
    }

    /**
     * The type for a variable without a declared one: that of its initialiser, for {@code []} what its uses say, and for null
     * {@code any}; where the type parameters that it sees mean {@code instance}.
     */
    Type openOrKnown(Name name, List<Type> instance, Type type) {
        if (type == PrimitiveType.NULL) {
            return PrimitiveType.ANY;
        }
        boolean isOpen = Assignability.isOpenArray(type);
        boolean mayHaveBeen = type instanceof ArrayType a && a.element() == PrimitiveType.ANY && round.knowledge().isSettled();
        return isOpen || mayHaveBeen
                ? round.knowledge()
                        .elementOf(name, instance)
                        .<Type>map(ArrayType::new)
                        .orElse(type)
                : type;
    }

    private Optional<FunctionType> signature(ModuleScope module, Scope scope, Expression initializer) {
        return initializer instanceof Expression.Function f
                ? round.onTrial(() -> new TypeResolver(round, module, scope).signature(f.function()))
                : Optional.empty();
    }

    /** The type that the default value of a parameter has, which may use the parameters before it. */
    Type triedType(FunctionSymbol function, List<Parameter> before, List<Type> types, Expression defaultValue) {
        FunctionBody body =
                function.body(round, TypedFunction.Kind.FUNCTION, ReturnTypes.of(PrimitiveType.VOID));
        for (int i = 0; i < before.size(); i++) {
            VariableSymbol symbol = VariableSymbol.local(before.get(i).name(), false, body);
            symbol.declare(new Local(symbol.name(), types.get(i)));
            body.scope().declare(symbol.name(), symbol);
        }
        return tryOut(body, function.owner(), defaultValue).type();
    }

    private TypedExpression tryOut(ModuleScope module, Optional<ClassSymbol> owner, Expression initializer) {
        FunctionBody body = FunctionBody.of(
                round,
                module,
                new FunctionId(module.path(), "(trial)"),
                TypedFunction.Kind.FUNCTION,
                owner,
                ReturnTypes.of(PrimitiveType.VOID));
        return tryOut(body, owner, initializer);
    }

    private TypedExpression tryOut(FunctionBody body, Optional<ClassSymbol> owner, Expression initializer) {
        return round.onTrial(() -> {
            owner.ifPresent(o -> body.addReceiver(o.type()));
            return body.expressions().check(initializer, PrimitiveType.NEVER);
        });
    }

    private void reportCircle(Span span, String name) {
        round.forReal(() -> round.error(span, "\"" + name + "\" needs a type: its initialiser depends on itself"));
    }
}
