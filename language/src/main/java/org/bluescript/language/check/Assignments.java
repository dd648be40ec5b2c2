package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.BinaryOperator;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.TypedArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.EnumType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Checks {@code =}, {@code +=} and its like, {@code ++} and {@code --}. The target is evaluated once, before the value. */
final class Assignments {
    private final FunctionBody body;
    private final ExpressionChecker expressions;
    private final Round round;

    Assignments(FunctionBody body, ExpressionChecker expressions) {
        this.body = body;
        this.expressions = expressions;
        this.round = body.round();
    }

    TypedExpression assign(Expression.Assignment e) {
        Optional<Place> place = place(e.span(), e.target());
        if (place.isEmpty()) {
            expressions.check(e.value(), PrimitiveType.NEVER);
            return Nodes.unknown(e.span());
        }
        return e.operator().isPresent()
                ? compound(e, place.get(), e.operator().get())
                : simple(e, place.get());
    }

    /** {@code ++} or {@code --}; {@code isUsed} says whether somebody wants its value. */
    TypedExpression update(Expression.Update e, boolean isUsed) {
        Optional<Place> found = place(e.span(), e.target());
        if (found.isEmpty()) {
            return Nodes.unknown(e.span());
        }
        Place place = found.get();
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> operands = repeatable(place.operands(), Effects.NONE, temporaries);
        TypedExpression old = place.read(operands);
        if (Nodes.isUnknown(old)) {
            return Nodes.unknown(e.span());
        }
        BinaryOperator operator = e.increment() ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
        boolean isAny = place.type() == PrimitiveType.ANY;
        boolean isNumberWord = !isAny && Assignability.isNumberWord(old.type());
        boolean fits = isAny || isNumberWord || Assignability.isNumeric(old.type());
        if (!fits || !isAny && old.type() instanceof EnumType) {
            round.error(e.span(), "\"" + (e.increment() ? "++" : "--") + "\" is not defined for " + place.type());
            return Nodes.unknown(e.span());
        }
        TypedExpression before = old;
        if (isUsed && !e.prefix()) {
            before = EvaluationOrder.temporary(old, temporaries);
        }
        TypedExpression changed = isAny || isNumberWord
                ? expressions.operators().dynamic(e.span(), dynamic(e), List.of(before), isAny ? PrimitiveType.ANY : Operators.NUMBER)
                : expressions.operators().binary(e.span(), operator, before, Nodes.integer(e.span(), 1));
        TypedExpression write = place.write(operands, Coercion.convert(changed, place.type()), true);
        place.noteWritten(changed.type());
        if (!isUsed || e.prefix()) {
            return EvaluationOrder.letIfNeeded(e.span(), temporaries, write);
        }
        temporaries.add(new TypedExpression.Temporary(new Local("t", write.type()), write));
        return EvaluationOrder.letIfNeeded(e.span(), temporaries, before);
    }

    private static DynamicOperator dynamic(Expression.Update e) {
        return e.increment() ? DynamicOperator.INCREMENT : DynamicOperator.DECREMENT;
    }

    private TypedExpression simple(Expression.Assignment e, Place place) {
        TypedExpression given = expressions.value(e.value(), place.type());
        learnFromValue(e.target(), place.type(), given.type());
        TypedExpression value = expressions.coercion().coerce(e.value(), given, place.type(), place.what());
        TypedExpression result = Nodes.unknown(e.span());
        if (!Nodes.isUnknown(value) && !Assignability.isUnknown(place.type())) {
            List<TypedExpression> operands = new ArrayList<>(place.operands());
            operands.add(value);
            result = round.order()
                    .inOrder(
                            e.span(),
                            operands,
                            o -> place.write(o.subList(0, o.size() - 1), o.getLast(), false));
        }
        place.noteWritten(AnyConversions.given(value));
        return result;
    }

    private TypedExpression compound(Expression.Assignment e, Place place, BinaryOperator operator) {
        // The old value is read before the new one is computed; a type that narrows while that happens does not matter.
        TypedExpression plainOld = place.read(place.operands());
        TypedExpression value = expressions.value(e.value(), PrimitiveType.NEVER);
        if (Nodes.isUnknown(plainOld) || Nodes.isUnknown(value)) {
            place.noteWritten(PrimitiveType.NEVER);
            return Nodes.unknown(e.span());
        }
        Effects between = round.order().effects(value);
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> operands = repeatable(place.operands(), between, temporaries);
        TypedExpression old = place.read(operands);
        TypedExpression changed = expressions.operators().binary(e.span(), operator, old, value);
        TypedExpression coerced = expressions.coercion().coerce(e, changed, place.type(), place.what());
        if (Nodes.isUnknown(coerced)) {
            place.noteWritten(PrimitiveType.NEVER);
            return Nodes.unknown(e.span());
        }
        TypedExpression write = place.write(operands, coerced, !between.writesMemory());
        place.noteWritten(AnyConversions.given(coerced));
        return EvaluationOrder.letIfNeeded(e.span(), temporaries, write);
    }

    /** {@code &&=}, {@code ||=}, {@code ??=}: the old value if that decides, else the new one, which is stored. */
    TypedExpression assign(Expression.LogicalAssignment e) {
        Optional<Place> found = place(e.span(), e.target());
        if (found.isEmpty()) {
            expressions.check(e.value(), PrimitiveType.NEVER);
            return Nodes.unknown(e.span());
        }
        Place place = found.get();
        TypedExpression plainOld = place.read(place.operands());
        Flow before = body.flow();
        TypedExpression value = expressions.coerced(e.value(), place.type(), place.what());
        place.noteWritten(AnyConversions.given(value));
        boolean keepsTrueOnes = e.decision() != Expression.Decision.AND;
        boolean isAlwaysNull = plainOld.type() == PrimitiveType.NULL;
        if (!keepsTrueOnes) {
            body.meet(before);
        } else if (!isAlwaysNull) {
            Flow assigned = body.flow();
            body.setFlow(before);
            Flow kept = expressions.conditions().notNull(e.target(), before);
            body.setFlow(assigned);
            body.meet(kept);
        }
        if (Nodes.isUnknown(plainOld) || Nodes.isUnknown(value) || Assignability.isUnknown(place.type())) {
            return Nodes.unknown(e.span());
        }
        // The nodes are made for what is known before; what is known afterwards is certain already.
        Flow after = body.flow();
        body.setFlow(before);
        TypedExpression result = logical(e, place, value, keepsTrueOnes);
        body.setFlow(after);
        return result;
    }

    private TypedExpression logical(
            Expression.LogicalAssignment e, Place place, TypedExpression value, boolean keepsTrueOnes) {
        Effects between = round.order().effects(value);
        List<TypedExpression.Temporary> temporaries = new ArrayList<>();
        List<TypedExpression> operands = repeatable(place.operands(), between, temporaries);
        TypedExpression old = EvaluationOrder.temporary(place.read(operands), temporaries);
        TypedExpression write = place.write(operands, value, !between.writesMemory());
        Type type = keepsTrueOnes
                ? round.assignability()
                        .join(Assignability.withoutNull(old.type()), value.type())
                        .orElse(place.type())
                : place.type();
        boolean keepsNull = !keepsTrueOnes || !Assignability.isNullable(old.type());
        TypedExpression kept = Coercion.convert(keepsNull ? old : NullTests.there(old), type);
        TypedExpression stored = Coercion.convert(write, type);
        return EvaluationOrder.letIfNeeded(e.span(), temporaries, switch (e.decision()) {
            case AND -> new TypedExpression.Conditional(e.span(), Nodes.truth(old), stored, kept, type);
            case OR -> new TypedExpression.Conditional(e.span(), Nodes.truth(old), kept, stored, type);
            case NULLISH -> Assignability.mayBeNull(old.type())
                    ? new TypedExpression.Conditional(e.span(), NullTests.isThere(body, e.span(), old), kept, stored, type)
                    : kept;
        });
    }

    private List<TypedExpression> repeatable(
            List<TypedExpression> operands, Effects between, List<TypedExpression.Temporary> temporaries) {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Effects after = between;
            for (TypedExpression later : operands.subList(i + 1, operands.size())) {
                after = after.and(round.order().effects(later));
            }
            result.add(round.order().repeatable(operands.get(i), after, temporaries));
        }
        return result;
    }

    /** What the target denotes; reports it if that cannot be assigned. */
    private Optional<Place> place(Span span, Expression target) {
        return switch (target) {
            case Expression.Identifier e -> named(span, e);
            case Expression.Member e -> member(span, e);
            case Expression.Index e -> element(span, e);
            default -> {
                round.error(target.span(), "this cannot be assigned to");
                yield Optional.empty();
            }
        };
    }

    private Optional<Place> named(Span span, Expression.Identifier e) {
        Optional<Symbol> symbol = body.scope().find(e.name());
        if (symbol.isEmpty()) {
            expressions.check(e, PrimitiveType.NEVER);
            return Optional.empty();
        }
        boolean imported = symbol.get() instanceof VariableSymbol v
                && v.isGlobal()
                && v.global().module() != body.module();
        return variable(span, e.span(), symbol.get(), imported);
    }

    private Optional<Place> variable(Span span, Span nameSpan, Symbol symbol, boolean imported) {
        if (!(symbol instanceof VariableSymbol variable)) {
            round.error(nameSpan, "the " + symbol.kind() + " \"" + symbol.name() + "\" cannot be assigned to");
            return Optional.empty();
        }
        if (variable.isConstant()) {
            boolean isProperty = variable.property().isPresent();
            round.error(
                    nameSpan,
                    isProperty
                            ? "the property \"" + symbol.name() + "\" is readonly"
                            : "\"" + symbol.name() + "\" is a constant",
                    isProperty ? Optional.empty() : Optional.of("declare it with let to change it"));
            return Optional.empty();
        }
        if (imported) {
            round.error(
                    nameSpan,
                    "\"" + symbol.name() + "\" belongs to another module and cannot be assigned to here",
                    "let that module export a function that assigns it");
            return Optional.empty();
        }
        return expressions.variables().isUsable(nameSpan, variable)
                ? Optional.of(new Place.OfVariable(body, span, variable))
                : Optional.empty();
    }

    private Optional<Place> member(Span span, Expression.Member e) {
        Optional<Namespaces.Found> found = expressions.members().namespaces().find(e);
        if (found.isPresent()) {
            return switch (found.get()) {
                case Namespaces.OfSymbol s -> {
                    boolean imported = s.symbol() instanceof VariableSymbol v && v.property().isEmpty();
                    yield variable(span, e.span(), s.symbol(), imported);
                }
                case Namespaces.Missing m -> Optional.empty();
                case Namespaces.OfAccessors a ->
                    accessor(new AccessorCalls(body, span, e.name().span(), a.property(), true), List.of());
                case Namespaces.Found f -> {
                    round.error(e.span(), "\"" + e.span().text() + "\" cannot be assigned to");
                    yield Optional.empty();
                }
            };
        }
        if (e.object() instanceof Expression.Super s) {
            Optional<GetSet> accessors = AccessorCalls.ofSuper(body, e.name().text());
            if (accessors.isPresent() && body.receiver().isPresent()) {
                TypedExpression receiver = expressions.variables().read(s.span(), body.receiver().get());
                return accessor(
                        new AccessorCalls(body, span, e.name().span(), accessors.get(), true), List.of(receiver));
            }
            expressions.check(e, PrimitiveType.NEVER);
            return Optional.empty();
        }
        TypedExpression object = expressions.members().object(e);
        if (Nodes.isUnknown(object)) {
            return Optional.empty();
        }
        if (object.type() == PrimitiveType.ANY) {
            return Optional.of(new Place.OfDynamic(body, span, object, e.name().text()));
        }
        if (object.type() instanceof ClassType type) {
            Optional<GetSet> accessors = round.classOf(type).findAccessors(e.name().text());
            if (accessors.isPresent()) {
                return accessor(
                        new AccessorCalls(body, span, e.name().span(), accessors.get(), false), List.of(object));
            }
            return expressions.members()
                    .field(e, object, type)
                    .filter(f -> isWritable(e, f))
                    .map(f -> new Place.OfField(body, e, span, object, f));
        }
        Optional<InterfaceType> shape = switch (object.type()) {
            case InterfaceType t -> Optional.of(t);
            case UnionType t -> round.shapes().common(t);
            default -> Optional.empty();
        };
        if (shape.isPresent()) {
            return expressions.members()
                    .member(e, shape.get())
                    .filter(m -> isWritable(e, m))
                    .map(m -> new Place.OfMember(body, e, span, object, shape.get(), m));
        }
        if (Members.isSequence(object.type()) && e.name().text().equals("length")) {
            round.error(e.span(), "the length cannot be assigned to", "push and pop change the length of an array");
        } else {
            expressions.members().reportMissing(e, object.type());
        }
        return Optional.empty();
    }

    private static Optional<Place> accessor(AccessorCalls calls, List<TypedExpression> operands) {
        return calls.isWritable() ? Optional.of(new Place.OfAccessor(calls, operands)) : Optional.empty();
    }

    private boolean isWritable(Expression.Member e, FieldSymbol field) {
        round.globals().typeOf(field);
        boolean inOwnConstructor = body.isConstructor()
                && e.object() instanceof Expression.This
                && body.owner().filter(o -> o == field.owner()).isPresent();
        if (field.isReadonly() && !inOwnConstructor) {
            round.error(e.span(), "the property \"" + field.name() + "\" is readonly");
            return false;
        }
        return true;
    }

    private boolean isWritable(Expression.Member e, ShapeMember member) {
        if (member.isReadonly()) {
            round.error(e.span(), "the property \"" + member.name() + "\" is readonly");
        }
        return !member.isReadonly();
    }

    private Optional<Place> element(Span span, Expression.Index e) {
        TypedExpression array = expressions.members()
                .notNull(e.object(), expressions.value(e.object(), PrimitiveType.NEVER));
        TypedExpression index = expressions.arrays().index(e.index(), array.type());
        if (array.type() == PrimitiveType.ANY) {
            return Nodes.isUnknown(index)
                    ? Optional.empty()
                    : Optional.of(new Place.OfAnyElement(span, array, index));
        }
        if (array.type() == PrimitiveType.STRING) {
            round.error(e.span(), "strings never change", "build a new string");
            return Optional.empty();
        }
        Type element = switch (array.type()) {
            case ArrayType t -> t.element();
            case TypedArrayType t -> t.element();
            default -> PrimitiveType.NEVER;
        };
        if (Nodes.isUnknown(index) || !Nodes.isUnknown(array) && !Members.isSequence(array.type())) {
            expressions.arrays().requireIndexable(e, array);
            return Optional.empty();
        }
        return Nodes.isUnknown(array) ? Optional.empty() : Optional.of(new Place.OfElement(span, array, index, element));
    }

    /** What is stored in a variable, property or element that started as, or in, {@code []} says what it holds. */
    private void learnFromValue(Expression target, Type type, Type given) {
        if (target instanceof Expression.Index index && Assignability.isUnknown(type)) {
            expressions.coercion().learnElement(index.object(), given);
        } else if (Assignability.isOpenArray(type) && given instanceof ArrayType array) {
            expressions.coercion().learnElement(target, array.element());
        }
    }
}
