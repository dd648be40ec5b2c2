package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.ast.TypeParameter;
import org.bluescript.language.ast.UnaryOperator;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads types. */
final class TypeParser extends Production {
    /** Whether {@code <} after a name may also be the operator, as behind {@code as}. */
    private boolean inExpression;

    TypeParser(Grammar grammar) {
        super(grammar);
    }

    /** A type where nothing but a type can stand. */
    TypeNode type() {
        return within(false);
    }

    /** The type behind {@code as}, where an expression goes on. */
    TypeNode typeInExpression() {
        return within(true);
    }

    private TypeNode within(boolean expression) {
        boolean outer = inExpression;
        inExpression = expression;
        grammar.nesting.enter();
        try {
            return functionOrUnion();
        } finally {
            grammar.nesting.leave();
            inExpression = outer;
        }
    }

    /** {@code : T}, if it is there. */
    Optional<TypeNode> annotation() {
        return cursor.takeIf(TokenKind.COLON) ? Optional.of(type()) : Optional.empty();
    }

    /** The name of a class, perhaps in a module: {@code C}, {@code m.C}; without type arguments. */
    TypeNode.Named className() {
        Span start = cursor.current().span();
        Name name = name("the name of a class");
        Optional<Name> qualifier = Optional.empty();
        if (cursor.takeIf(TokenKind.DOT)) {
            qualifier = Optional.of(name);
            name = propertyName("the name of a class");
        }
        return new TypeNode.Named(cursor.spanFrom(start), qualifier, name, List.of());
    }

    /** The name of a class with its type arguments, if it has any. */
    TypeNode.Named classType() {
        TypeNode.Named type = className();
        if (!cursor.is(TokenKind.LESS)) {
            return type;
        }
        List<TypeNode> arguments = typeArguments();
        return new TypeNode.Named(cursor.spanFrom(type.span()), type.qualifier(), type.name(), arguments);
    }

    /** {@code <A, B>}. */
    List<TypeNode> typeArguments() {
        expect(TokenKind.LESS);
        List<TypeNode> arguments = new ArrayList<>();
        do {
            arguments.add(type());
        } while (cursor.takeIf(TokenKind.COMMA));
        expect(TokenKind.GREATER);
        return arguments;
    }

    /** {@code <T, U extends V = W>}, if it is there. */
    List<TypeParameter> typeParameters() {
        List<TypeParameter> parameters = new ArrayList<>();
        if (!cursor.takeIf(TokenKind.LESS)) {
            return parameters;
        }
        do {
            Name name = name("the name of a type parameter");
            Optional<TypeNode> constraint =
                    cursor.takeIf(TokenKind.EXTENDS) ? Optional.of(type()) : Optional.empty();
            Optional<TypeNode> fallback = cursor.takeIf(TokenKind.ASSIGN) ? Optional.of(type()) : Optional.empty();
            parameters.add(new TypeParameter(cursor.spanFrom(name.span()), name, constraint, fallback));
        } while (cursor.takeIf(TokenKind.COMMA) && !cursor.is(TokenKind.GREATER));
        expect(TokenKind.GREATER);
        return parameters;
    }

    /** Reports type parameters of what cannot have any: {@code what} is in the plural, as in "generic interfaces are". */
    void rejectTypeParameters(String what) {
        if (cursor.is(TokenKind.LESS)) {
            notYet(cursor.current().span(), what);
            typeParameters();
        }
    }

    private TypeNode functionOrUnion() {
        rejectTypeParameters("generic function types are");
        if (cursor.is(TokenKind.NEW)) {
            notYet(cursor.take().span(), "constructor types are");
        }
        TypeNode type = isFunctionType() ? functionType() : union();
        if (cursor.is(TokenKind.EXTENDS) && !cursor.current().afterLineBreak()) {
            conditionalType();
        }
        return type;
    }

    private boolean isFunctionType() {
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            return false;
        }
        int closing = grammar.brackets.closing(cursor.index());
        Token next = cursor.ahead(1);
        return closing != Brackets.NONE && cursor.at(closing + 1).kind() == TokenKind.ARROW
                || next.kind() == TokenKind.RIGHT_PAREN
                || next.kind() == TokenKind.IDENTIFIER && cursor.ahead(2).kind() == TokenKind.COLON;
    }

    private TypeNode functionType() {
        Span start = cursor.current().span();
        List<Parameter> parameters = grammar.functions.parameters();
        for (Parameter parameter : parameters) {
            parameter.defaultValue().ifPresent(value -> errors.report(
                    value.span(), "a function type has no default values", "write " + parameter.name() + "?: T"));
        }
        expect(TokenKind.ARROW);
        boolean outer = inExpression;
        TypeNode result = outer ? typeInExpression() : type();
        return new TypeNode.Function(cursor.spanFrom(start), parameters, result);
    }

    private TypeNode union() {
        Span start = cursor.current().span();
        cursor.takeIf(TokenKind.BAR);
        List<TypeNode> alternatives = new ArrayList<>();
        do {
            alternatives.add(intersection());
        } while (cursor.takeIf(TokenKind.BAR));
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : new TypeNode.Union(cursor.spanFrom(start), alternatives);
    }

    private TypeNode intersection() {
        TypeNode type = array();
        while (cursor.is(TokenKind.AMPERSAND)) {
            notYet(cursor.take().span(), "intersection types are");
            array();
        }
        return type;
    }

    private TypeNode array() {
        int chain = grammar.nesting.beginChain();
        TypeNode type = primary();
        while (cursor.is(TokenKind.LEFT_BRACKET) && !cursor.current().afterLineBreak()) {
            Span bracket = cursor.take().span();
            if (isPropertyName() && cursor.ahead(1).kind() == TokenKind.RIGHT_BRACKET) {
                notYet(bracket, "the type of a property is");
                cursor.take();
            }
            expect(TokenKind.RIGHT_BRACKET);
            type = new TypeNode.Array(cursor.spanFrom(type.span()), type);
            grammar.nesting.link();
        }
        grammar.nesting.endChain(chain);
        return type;
    }

    private boolean isPropertyName() {
        return cursor.is(TokenKind.STRING) || cursor.is(TokenKind.IDENTIFIER) || cursor.is(TokenKind.INTEGER);
    }

    private TypeNode primary() {
        Token token = cursor.current();
        return switch (token.kind()) {
            case IDENTIFIER -> isTypeOperator() ? typeOperator() : named();
            case NULL, VOID -> named(cursor.take(), Optional.empty());
            case LEFT_PAREN -> parenthesized();
            case STRING, TEMPLATE, INTEGER, BIT_PATTERN, FLOAT, TRUE, FALSE, MINUS -> literalType();
            case LEFT_BRACE -> grammar.shapes.type();
            case LEFT_BRACKET -> skipped("tuple types are", "declare a class, or write T[] for an array");
            case THIS -> cursor.ahead(1).isWord("is") ? guardOfThis() : new TypeNode.This(cursor.take().span());
            case TYPEOF -> {
                notYet(cursor.take().span(), "\"typeof\" in a type is");
                yield className();
            }
            case INVALID -> any(cursor.take().span());
            default -> throw errors.expected("a type");
        };
    }

    private TypeNode parenthesized() {
        cursor.take();
        TypeNode type = type();
        expect(TokenKind.RIGHT_PAREN);
        return type;
    }

    /** The type of one value. */
    private TypeNode literalType() {
        Span start = cursor.current().span();
        boolean negated = cursor.takeIf(TokenKind.MINUS);
        Token token = cursor.current();
        Expression value = switch (token.kind()) {
            case INTEGER -> grammar.literals.integer(negated);
            case BIT_PATTERN -> grammar.literals.bitPattern();
            case FLOAT -> new Expression.FloatLiteral(cursor.take().span(), (float) token.number());
            case STRING -> grammar.literals.string();
            case TRUE, FALSE -> new Expression.BooleanLiteral(cursor.take().span(), token.kind() == TokenKind.TRUE);
            case TEMPLATE -> {
                never(token.span(), "template types are", "write string");
                yield placeholder(cursor.take().span());
            }
            default -> throw errors.expected("a number");
        };
        Span span = cursor.spanFrom(start);
        return new TypeNode.Literal(
                span, negated ? new Expression.Unary(span, UnaryOperator.MINUS, value) : value);
    }

    private TypeNode named() {
        Token first = cursor.take();
        if (!cursor.takeIf(TokenKind.DOT)) {
            return named(first, Optional.empty());
        }
        Token second = cursor.current();
        propertyName("the name of a type");
        return named(second, Optional.of(new Name(first.span(), first.text())));
    }

    /** The rest of a named type, of which {@code token} is the last name. */
    private TypeNode named(Token token, Optional<Name> qualifier) {
        Name name = new Name(token.span(), token.text());
        List<TypeNode> arguments = List.of();
        if (cursor.is(TokenKind.LESS) && !cursor.current().afterLineBreak()) {
            arguments = inExpression
                    ? errors.attempt(this::typeArguments).orElse(List.of())
                    : typeArguments();
        }
        Span start = qualifier.map(Name::span).orElse(token.span());
        return new TypeNode.Named(cursor.spanFrom(start), qualifier, name, arguments);
    }

    /* ---- types that the language does not have ---- */

    private boolean isTypeOperator() {
        Token next = cursor.ahead(1);
        if (next.afterLineBreak()) {
            return false;
        }
        return switch (cursor.current().text()) {
            case "keyof", "readonly", "unique", "infer" ->
                next.kind() == TokenKind.IDENTIFIER
                        || next.kind() == TokenKind.LEFT_PAREN
                        || next.kind() == TokenKind.TYPEOF;
            case "asserts" -> next.kind() == TokenKind.IDENTIFIER || next.kind() == TokenKind.THIS;
            default -> next.isWord("is");
        };
    }

    private TypeNode guardOfThis() {
        Span start = cursor.take().span();
        notYet(start, "\"this is\" in a type is", "write boolean");
        cursor.take();
        type();
        return any(start);
    }

    private TypeNode typeOperator() {
        if (cursor.ahead(1).isWord("is")) {
            Name parameter = name("the name of a parameter");
            cursor.take();
            TypeNode type = type();
            return new TypeNode.Guard(cursor.spanFrom(parameter.span()), parameter, type);
        }
        Token operator = cursor.take();
        if (!operator.isWord("readonly")) {
            notYet(operator.span(), '"' + operator.text() + "\" in a type is");
        }
        return array();
    }

    private void conditionalType() {
        notYet(cursor.take().span(), "conditional types are");
        type();
        if (cursor.takeIf(TokenKind.QUESTION)) {
            type();
            expect(TokenKind.COLON);
            type();
        }
    }

    private TypeNode skipped(String what, String help) {
        int open = cursor.index();
        Span start = cursor.current().span();
        notYet(start, what, help);
        if (!grammar.recovery.skipPast(open)) {
            cursor.moveToEnd();
            throw SyntaxFailure.INSTANCE;
        }
        return any(cursor.spanFrom(start));
    }

    /** The type of what has none. */
    static TypeNode any(Span span) {
        return new TypeNode.Named(span, Optional.empty(), new Name(span, "any"), List.of());
    }
}
