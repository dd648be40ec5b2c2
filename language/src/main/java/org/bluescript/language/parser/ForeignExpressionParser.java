package org.bluescript.language.parser;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeParameter;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads expressions of TypeScript that the language does not have, and reports each once. */
final class ForeignExpressionParser extends Production {
    ForeignExpressionParser(Grammar grammar) {
        super(grammar);
    }

    /** Whether the place is at an operator before its operand. */
    boolean atPrefix() {
        return switch (cursor.kind()) {
            case VOID, DELETE -> true;
            case IDENTIFIER -> isOperatorWord("await") || isOperatorWord("yield");
            default -> false;
        };
    }

    private boolean isOperatorWord(String word) {
        Token next = cursor.ahead(1);
        return cursor.isWord(word)
                && !next.afterLineBreak()
                && switch (next.kind()) {
                    case IDENTIFIER, STRING, INTEGER, FLOAT, NEW, THIS, LEFT_PAREN, STAR -> true;
                    default -> false;
                };
    }

    Expression prefixed() {
        Token operator = cursor.take();
        String what = '"' + operator.text() + "\" is";
        switch (operator.kind()) {
            case VOID -> never(operator.span(), what, "call the function in a statement of its own");
            case DELETE -> never(operator.span(), what, "assign null");
            default -> notYet(operator.span(), what);
        }
        cursor.takeIf(TokenKind.STAR);
        grammar.nesting.enter();
        Expression operand = grammar.operands.unary();
        grammar.nesting.leave();
        return operand;
    }

    /** What stands behind {@code operand}, which is the result. */
    Optional<Expression> suffix(Expression operand) {
        return switch (cursor.kind()) {
            case TEMPLATE, TEMPLATE_HEAD -> Optional.of(taggedTemplate(operand));
            default -> Optional.empty();
        };
    }

    private Expression taggedTemplate(Expression operand) {
        boolean isCode = operand instanceof Expression.Identifier name && name.name().equals("code");
        if (isCode) {
            errors.report(operand.span(), "code`…` is a statement, not an expression");
        } else {
            never(cursor.current().span(), "tagged templates are", "call a function");
        }
        grammar.literals.template();
        return operand;
    }

    /** What no expression of the language begins with, or nothing if TypeScript has none either. */
    Optional<Expression> primary() {
        return switch (cursor.kind()) {
            case CLASS -> atDeclarationInNextLine() ? Optional.empty() : Optional.of(classExpression());
            case IMPORT -> Optional.of(dynamicImport());
            case LESS -> typeAssertion();
            default -> Optional.empty();
        };
    }

    private Expression classExpression() {
        Span start = cursor.current().span();
        notYet(start, "classes in expressions are", "declare the class in a statement of its own");
        grammar.classes.classExpression();
        return placeholder(cursor.spanFrom(start));
    }

    private Expression dynamicImport() {
        Span start = cursor.take().span();
        notYet(start, "\"import\" in an expression is", "import at the beginning of the file");
        return placeholder(start);
    }

    /** {@code <T>e}, or a generic arrow function. */
    private Optional<Expression> typeAssertion() {
        Span start = cursor.current().span();
        Optional<List<TypeParameter>> parameters = cursor.ahead(1).kind() == TokenKind.IDENTIFIER
                ? errors.attempt(this::typeParametersOfArrow)
                : Optional.empty();
        if (parameters.isPresent()) {
            return Optional.of(grammar.functions.arrowFunction(start, parameters.get(), false));
        }
        if (errors.attempt(grammar.types::typeArguments).isEmpty()) {
            return Optional.empty();
        }
        never(start, "a type before its expression is", "write expression as Type");
        grammar.nesting.enter();
        Expression operand = grammar.operands.unary();
        grammar.nesting.leave();
        return Optional.of(operand);
    }

    private List<TypeParameter> typeParametersOfArrow() {
        List<TypeParameter> parameters = grammar.types.typeParameters();
        if (!grammar.functions.atArrowFunction(false)) {
            throw errors.expected("an arrow function");
        }
        return parameters;
    }

    boolean atAsyncFunction() {
        Token next = cursor.ahead(1);
        return cursor.isWord("async") && !next.afterLineBreak() && next.kind() == TokenKind.FUNCTION;
    }

    Expression asyncFunction() {
        notYet(cursor.take().span(), "\"async\" is");
        return grammar.functions.functionExpression();
    }
}
