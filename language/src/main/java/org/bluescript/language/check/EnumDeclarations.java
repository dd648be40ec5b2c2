package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.types.EnumType;

/** Finds the values of enum members: one more than the member before, or a constant expression. */
final class EnumDeclarations {
    private final Round round;
    private final ModuleScope module;

    EnumDeclarations(Round round, ModuleScope module) {
        this.round = round;
        this.module = module;
    }

    EnumSymbol declare(Statement.EnumDeclaration s) {
        EnumSymbol symbol = new EnumSymbol(new EnumType(module.pathOf(s.name().text()), s.name().text()));
        int next = 0;
        for (Statement.EnumMember member : s.members()) {
            if (member.value().isPresent()) {
                Optional<Integer> value = evaluate(symbol, member.value().get());
                if (value.isEmpty()) {
                    round.error(
                            member.value().get().span(),
                            "the value of \"" + member.name() + "\" is not a constant integer",
                            member.value().get() instanceof Expression.StringLiteral
                                    ? Optional.of("write a union of texts: type " + s.name() + " = \"a\" | \"b\"")
                                    : Optional.empty());
                }
                next = value.orElse(next);
            }
            if (symbol.members().putIfAbsent(member.name().text(), next) != null) {
                round.error(member.name().span(), "\"" + member.name() + "\" is already declared here");
            }
            next++;
        }
        return symbol;
    }

    private Optional<Integer> evaluate(EnumSymbol symbol, Expression expression) {
        return switch (expression) {
            case Expression.IntegerLiteral e -> Optional.of(e.value());
            case Expression.Identifier e -> Optional.ofNullable(symbol.members().get(e.name()));
            case Expression.Member e
                when e.object() instanceof Expression.Identifier i && i.name().equals(symbol.name()) ->
                Optional.ofNullable(symbol.members().get(e.name().text()));
            case Expression.Member e
                when e.object() instanceof Expression.Identifier i
                        && module.scope().find(i.name()).orElse(null) instanceof EnumSymbol other ->
                Optional.ofNullable(other.members().get(e.name().text()));
            case Expression.Unary e -> evaluate(symbol, e.operand()).flatMap(v -> unary(e.operator(), v));
            case Expression.Binary e when !Operators.isComparison(e.operator()) -> {
                ArithmeticOperator operator = Operators.arithmetic(e.operator());
                Optional<Integer> left = evaluate(symbol, e.left());
                Optional<Integer> right = evaluate(symbol, e.right());
                yield left.flatMap(a -> right.flatMap(b -> operator.of(a, b).stream().boxed().findFirst()));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> unary(UnaryOperator operator, int value) {
        return switch (operator) {
            case PLUS -> Optional.of(value);
            case MINUS -> Optional.of(-value);
            case BIT_NOT -> Optional.of(~value);
            case NOT, TYPEOF -> Optional.empty();
        };
    }
}
