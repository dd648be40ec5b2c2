package org.bluescript.language.check;

import java.util.List;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedExpression.Bounds;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;

/** Where an assignment stores. */
sealed interface Place {
    /** The type that stored values must have. */
    Type type();

    /** The place in words, for messages. */
    String what();

    /** What is evaluated before the assigned value, once. */
    List<TypedExpression> operands();

    /** The value before the assignment. */
    TypedExpression read(List<TypedExpression> evaluated);

    /** Stores; {@code wasRead} if {@link #read} has succeeded on the same operands just before. */
    TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead);

    /** Takes note in the flow that a value of type {@code given} has been stored. */
    void noteWritten(Type given);

    /** What may be null by its declaration has got a value that is not. */
    private static void narrowIfNotNull(FunctionBody body, Expression.Member written, Type declared, Type given) {
        boolean narrower = Assignability.isNullable(declared)
                && !Assignability.isNullable(given)
                && !Assignability.isUnknown(given);
        if (narrower) {
            body.expressions()
                    .paths()
                    .findNarrowable(written)
                    .ifPresent(p -> body.setFlow(body.flow().narrow(p, given)));
        }
    }

    record OfVariable(FunctionBody body, Span span, VariableSymbol symbol) implements Place {
        @Override
        public Type type() {
            return symbol.type();
        }

        @Override
        public String what() {
            return "the variable \"" + symbol.name() + "\"";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of();
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return body.expressions().variables().read(span, symbol);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return body.expressions().variables().write(span, symbol, value);
        }

        @Override
        public void noteWritten(Type given) {
            body.expressions().variables().noteAssigned(symbol, given);
        }
    }

    record OfField(FunctionBody body, Expression.Member written, Span span, TypedExpression object, FieldSymbol field)
            implements Place {
        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public String what() {
            return "the property \"" + field.name() + "\"";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of(object);
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return body.expressions().members().readField(written, evaluated.getFirst(), field);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return new TypedExpression.FieldWrite(span, evaluated.getFirst(), field.field(), value);
        }

        @Override
        public void noteWritten(Type given) {
            Flow flow = body.flow().forget(p -> p.mentions(field.name()));
            if (written.object() instanceof Expression.This) {
                flow = flow.assign(field);
            }
            body.setFlow(flow);
            narrowIfNotNull(body, written, field.type(), given);
        }
    }

    /** A property of whatever class has it. */
    record OfMember(
            FunctionBody body,
            Expression.Member written,
            Span span,
            TypedExpression object,
            InterfaceType of,
            ShapeMember member)
            implements Place {
        @Override
        public Type type() {
            return member.type();
        }

        @Override
        public String what() {
            return "the property \"" + member.name() + "\"";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of(object);
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return body.expressions().members().readMember(written, evaluated.getFirst(), of, member);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return new TypedExpression.Call(
                    span,
                    body.round().accessors().writing(of, member.name()),
                    List.of(evaluated.getFirst(), value),
                    member.type());
        }

        @Override
        public void noteWritten(Type given) {
            Flow flow = body.flow().forget(p -> p.mentions(member.name()));
            body.setFlow(flow);
            narrowIfNotNull(body, written, member.type(), given);
        }
    }

    /** A property of a value of type {@code any}. */
    record OfDynamic(FunctionBody body, Span span, TypedExpression object, String name) implements Place {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }

        @Override
        public String what() {
            return "the property \"" + name + "\"";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of(object);
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return DynamicAccess.read(body, span, evaluated.getFirst(), name);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return new TypedExpression.DynamicWrite(span, evaluated.getFirst(), name, value);
        }

        @Override
        public void noteWritten(Type given) {
            if (body.round().hasAccessor(name)) {
                body.forgetAcrossCall();
            }
            body.setFlow(body.flow().forget(p -> p.mentions(name)));
        }
    }

    /** A property with a setter; {@code operands} holds the object, or nothing if the property is static. */
    record OfAccessor(AccessorCalls calls, List<TypedExpression> operands) implements Place {
        @Override
        public Type type() {
            return calls.type();
        }

        @Override
        public String what() {
            return "the property \"" + calls.property().name() + "\"";
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return calls.read(evaluated);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return calls.write(evaluated, value);
        }

        @Override
        public void noteWritten(Type given) {
            calls.body().forgetAcrossCall();
        }
    }

    /** An element of what is only known to be {@code any}. */
    record OfAnyElement(Span span, TypedExpression object, TypedExpression index) implements Place {
        @Override
        public Type type() {
            return PrimitiveType.ANY;
        }

        @Override
        public String what() {
            return "the element";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of(object, AnyConversions.toAny(index));
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return new TypedExpression.Dynamic(span, DynamicOperator.ELEMENT, evaluated, type());
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return new TypedExpression.Dynamic(
                    span,
                    DynamicOperator.SET_ELEMENT,
                    List.of(evaluated.get(0), evaluated.get(1), AnyConversions.toAny(value)),
                    type());
        }

        @Override
        public void noteWritten(Type given) {
            // Elements are not narrowed.
        }
    }

    record OfElement(Span span, TypedExpression array, TypedExpression index, Type type) implements Place {
        @Override
        public String what() {
            return "the element";
        }

        @Override
        public List<TypedExpression> operands() {
            return List.of(array, index);
        }

        @Override
        public TypedExpression read(List<TypedExpression> evaluated) {
            return new TypedExpression.ElementRead(span, evaluated.get(0), evaluated.get(1), Bounds.CHECKED, type);
        }

        @Override
        public TypedExpression write(List<TypedExpression> evaluated, TypedExpression value, boolean wasRead) {
            return new TypedExpression.ElementWrite(
                    span, evaluated.get(0), evaluated.get(1), value, wasRead ? Bounds.PROVEN : Bounds.CHECKED);
        }

        @Override
        public void noteWritten(Type given) {
            // Elements are not narrowed.
        }
    }
}
