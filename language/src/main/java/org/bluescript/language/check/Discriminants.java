package org.bluescript.language.check;

import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Narrows unions of interfaces by the value of a property that tells them apart, as in {@code shape.kind == "circle"}. */
final class Discriminants {
    private final FunctionBody body;

    Discriminants(FunctionBody body) {
        this.body = body;
    }

    /** What is certain if, besides {@code flow}, the expression has the value or, if not {@code equal}, another one. */
    Flow narrow(Expression tested, TypedExpression value, Flow flow, boolean equal) {
        return narrowIfPossible(tested, value, flow, equal).orElse(flow);
    }

    /** As {@link #narrow}; nothing if no type is left, because all values have been asked for. */
    Optional<Flow> narrowIfPossible(Expression tested, TypedExpression value, Flow flow, boolean equal) {
        Optional<Object> literal = literal(value);
        Optional<Expression.Member> property = property(tested, equal);
        if (literal.isEmpty() || !flow.reachable() || property.isEmpty()) {
            return Optional.of(flow);
        }
        Expression.Member member = property.get();
        Expression object = member.object() instanceof Expression.OptionalLink link ? link.object() : member.object();
        Optional<Path> path = body.expressions().paths().findNarrowable(object);
        if (path.isEmpty()) {
            return Optional.of(flow);
        }
        Type known = flow.narrowed().getOrDefault(
                path.get(), body.expressions().paths().declaredType(path.get()));
        Type type = Assignability.withoutNull(known);
        if (!(type instanceof UnionType) && !(type instanceof InterfaceType)) {
            return Optional.of(flow);
        }
        Optional<Type> narrowed = Unions.filter(
                type, t -> !(t instanceof InterfaceType i) || mayBe(i, member.name().text(), literal.get(), equal));
        return narrowed.map(t -> t.equals(type) ? flow : flow.narrow(path.get(), t));
    }

    /** The property that is compared; {@code a?.b} only where it is equal to something, since then {@code a} is not null. */
    private static Optional<Expression.Member> property(Expression tested, boolean equal) {
        return switch (tested) {
            case Expression.Member m -> Optional.of(m);
            case Expression.OptionalChain c when equal && c.chain() instanceof Expression.Member m -> Optional.of(m);
            default -> Optional.empty();
        };
    }

    /** What is certain if, besides {@code flow}, the property counts as true or, if not {@code truth}, as false. */
    Flow narrowByTruth(Expression tested, Flow flow, boolean truth) {
        Optional<Path> path = tested instanceof Expression.Member member && flow.reachable()
                ? body.expressions().paths().findNarrowable(member.object())
                : Optional.empty();
        if (path.isEmpty()) {
            return flow;
        }
        String property = ((Expression.Member) tested).name().text();
        Type known = flow.narrowed().getOrDefault(
                path.get(), body.expressions().paths().declaredType(path.get()));
        Type type = Assignability.withoutNull(known);
        if (!(type instanceof UnionType)) {
            return flow;
        }
        return Unions.filter(type, t -> !(t instanceof InterfaceType i) || mayCountAs(i, property, truth))
                .filter(t -> !t.equals(type))
                .map(t -> flow.narrow(path.get(), t))
                .orElse(flow);
    }

    private boolean mayCountAs(InterfaceType type, String property, boolean truth) {
        Set<Object> literals = literalsOf(type, property);
        return literals.isEmpty() || literals.stream().anyMatch(v -> isTrue(v) == truth);
    }

    private static boolean isTrue(Object literal) {
        return switch (literal) {
            case Boolean v -> v;
            case String v -> !v.isEmpty();
            case Integer v -> v != 0;
            case Float v -> v != 0 && !v.isNaN();
            default -> true;
        };
    }

    private Set<Object> literalsOf(InterfaceType type, String property) {
        return body.round().interfaceOf(type).find(property).map(ShapeMember::literals).orElse(Set.of());
    }

    private boolean mayBe(InterfaceType type, String property, Object value, boolean equal) {
        Set<Object> literals = literalsOf(type, property);
        return literals.isEmpty() || (equal ? literals.contains(value) : !literals.equals(Set.of(value)));
    }

    /** The value of a constant. */
    static Optional<Object> literal(TypedExpression value) {
        return switch (value) {
            case TypedExpression.StringConstant c -> Optional.of(c.value());
            case TypedExpression.IntegerConstant c -> Optional.of(c.value());
            case TypedExpression.FloatConstant c -> Optional.of(c.value());
            case TypedExpression.BooleanConstant c -> Optional.of(c.value());
            default -> Optional.empty();
        };
    }

    /** The value that a literal type stands for. */
    static Object literal(TypeNode.Literal node) {
        return switch (node.value()) {
            case Expression.StringLiteral v -> v.value();
            case Expression.BooleanLiteral v -> v.value();
            case Expression.FloatLiteral v -> v.value();
            case Expression.IntegerLiteral v -> v.value();
            case Expression.Unary v when v.operand() instanceof Expression.FloatLiteral f -> -f.value();
            case Expression.Unary v when v.operand() instanceof Expression.IntegerLiteral i -> -i.value();
            default -> PrimitiveType.NULL;
        };
    }
}
