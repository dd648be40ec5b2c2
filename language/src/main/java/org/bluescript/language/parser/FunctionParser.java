package org.bluescript.language.parser;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.ast.TypeParameter;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads functions of all kinds: declarations, expressions, arrows, and what methods have in common with them. */
final class FunctionParser extends Production {
    private final ParameterParser parameters;

    FunctionParser(Grammar grammar) {
        super(grammar);
        this.parameters = new ParameterParser(grammar);
    }

    /** {@code function f(…) {…}}; {@code start} is where the statement begins, which may be an {@code export} before. */
    Statement declaration(Span start, boolean exported) {
        expect(TokenKind.FUNCTION);
        generatorStar();
        Name name = name("a name for the function");
        FunctionNode function = signatureAndBody(start);
        return new Statement.FunctionDeclaration(cursor.spanFrom(start), name, function, exported);
    }

    /** {@code function (…) {…}}, perhaps with a name, which then means nothing. */
    Expression functionExpression() {
        Span start = cursor.current().span();
        expect(TokenKind.FUNCTION);
        generatorStar();
        if (cursor.is(TokenKind.IDENTIFIER)) {
            notYet(cursor.take().span(), "a name for a function expression is", "declare the function before");
        }
        FunctionNode function = signatureAndBody(start);
        return new Expression.Function(cursor.spanFrom(start), function, false);
    }

    private void generatorStar() {
        if (cursor.is(TokenKind.STAR)) {
            never(cursor.take().span(), "generators are", "return an array");
        }
    }

    /** Everything behind the name; {@code start} is where the function begins. */
    FunctionNode signatureAndBody(Span start) {
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        List<Parameter> declared = parameters();
        Optional<TypeNode> result = result();
        Statement.Block body = parameters.withPatterns(declared, body(start));
        return new FunctionNode(cursor.spanFrom(start), typeParameters, declared, result, body, false);
    }

    private Optional<TypeNode> result() {
        if (cursor.is(TokenKind.COLON) && cursor.ahead(1).kind() == TokenKind.LEFT_BRACE && isBody(cursor.index() + 1)) {
            cursor.take();
            errors.missing("a type", Optional.empty());
            return Optional.empty();
        }
        return grammar.types.annotation();
    }

    /** Whether the brace begins the body of a function rather than a type, which goes on or has the body behind it. */
    private boolean isBody(int brace) {
        int closing = grammar.brackets.closing(brace);
        return closing == Brackets.NONE || switch (cursor.at(closing + 1).kind()) {
            case LEFT_BRACE, LEFT_BRACKET, BAR, AMPERSAND -> false;
            default -> true;
        };
    }

    private Statement.Block body(Span start) {
        if (cursor.is(TokenKind.LEFT_BRACE)) {
            return grammar.statements.block();
        }
        Token next = cursor.current();
        if (next.afterLineBreak() && next.span().position().column() > start.position().column()) {
            return grammar.statements.blockWithoutBrace();
        }
        boolean isSignature = cursor.is(TokenKind.SEMICOLON) || next.afterLineBreak();
        if (!isSignature || cursor.is(TokenKind.END)) {
            throw errors.expected("\"{\"");
        }
        Span end = cursor.previous().span();
        errors.report(end, "the body is missing", "a function has one signature and a body in braces");
        cursor.takeIf(TokenKind.SEMICOLON);
        return new Statement.Block(end, List.of());
    }

    /** {@code (a: A, b)}, of a function or a function type. */
    List<Parameter> parameters() {
        return parameters.list();
    }

    /* ---- arrow functions ---- */

    /**
     * Whether an arrow function begins at the place. Found without parsing it: the parenthesis that closes its parameters is
     * known. If a colon may follow the expression, then {@code (a): b => c} is only an arrow function if {@code (a)} cannot be
     * anything but parameters, as in {@code (): b => c} and {@code (a: A): b => c}.
     */
    boolean atArrowFunction(boolean colonFollows) {
        int start = isAsyncArrow() ? cursor.index() + 1 : cursor.index();
        return switch (cursor.at(start).kind()) {
            case IDENTIFIER -> cursor.at(start + 1).kind() == TokenKind.ARROW;
            case LEFT_PAREN -> parametersAt(start, colonFollows);
            default -> false;
        };
    }

    private boolean isAsyncArrow() {
        Token next = cursor.ahead(1);
        return cursor.isWord("async")
                && !next.afterLineBreak()
                && (next.kind() == TokenKind.IDENTIFIER && cursor.ahead(2).kind() == TokenKind.ARROW
                        || next.kind() == TokenKind.LEFT_PAREN && parametersAt(cursor.index() + 1, true));
    }

    private boolean parametersAt(int open, boolean colonFollows) {
        Token first = cursor.at(open + 1);
        boolean certain = first.kind() == TokenKind.RIGHT_PAREN
                || first.kind() == TokenKind.IDENTIFIER && cursor.at(open + 2).kind() == TokenKind.COLON;
        int closing = grammar.brackets.closing(open);
        if (certain || closing == Brackets.NONE) {
            return certain;
        }
        return switch (cursor.at(closing + 1).kind()) {
            case ARROW -> true;
            case COLON -> !colonFollows && resultTypeAndArrowFollow(closing + 1);
            default -> false;
        };
    }

    private boolean resultTypeAndArrowFollow(int colon) {
        int place = cursor.index();
        cursor.moveTo(colon);
        boolean found = errors.attempt(() -> {
                    expect(TokenKind.COLON);
                    grammar.types.type();
                    return expect(TokenKind.ARROW);
                })
                .isPresent();
        cursor.moveTo(place);
        return found;
    }

    /** The arrow function at the place. */
    Expression arrowFunction(boolean colonFollows) {
        return arrowFunction(cursor.current().span(), List.of(), colonFollows);
    }

    /** The arrow function whose type parameters, from {@code start} on, have been read. */
    Expression arrowFunction(Span start, List<TypeParameter> typeParameters, boolean colonFollows) {
        if (isAsyncArrow()) {
            notYet(cursor.take().span(), "\"async\" is");
        }
        List<Parameter> declared = cursor.is(TokenKind.IDENTIFIER) ? List.of(loneParameter()) : parameters();
        Optional<TypeNode> result = grammar.types.annotation();
        if (cursor.is(TokenKind.ARROW) && cursor.current().afterLineBreak()) {
            errors.report(cursor.current().span(), "\"=>\" must stand in the line in which the parameters end");
        }
        expect(TokenKind.ARROW);
        boolean hasBlock = cursor.is(TokenKind.LEFT_BRACE);
        Statement.Block body = parameters.withPatterns(
                declared, hasBlock ? grammar.statements.block() : expressionBody(colonFollows));
        Span span = cursor.spanFrom(start);
        return new Expression.Function(span, new FunctionNode(span, typeParameters, declared, result, body, !hasBlock), true);
    }

    private Parameter loneParameter() {
        Name name = name("a name for the parameter");
        return new Parameter(name.span(), name, Optional.empty());
    }

    private Statement.Block expressionBody(boolean colonFollows) {
        Expression value = colonFollows ? grammar.expressions.beforeColon() : grammar.expressions.assignment();
        return new Statement.Block(value.span(), List.of(new Statement.Return(value.span(), Optional.of(value))));
    }
}
