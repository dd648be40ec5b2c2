package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads the parameters of functions and function types. */
final class ParameterParser extends Production {
    private static final Set<String> PROPERTY_MODIFIERS = Set.of("public", "protected", "private", "readonly");

    ParameterParser(Grammar grammar) {
        super(grammar);
    }

    List<Parameter> list() {
        int open = cursor.index();
        expect(TokenKind.LEFT_PAREN);
        List<Parameter> parameters = new ArrayList<>();
        return bracketed(open, () -> list(parameters), () -> parameters);
    }

    private List<Parameter> list(List<Parameter> parameters) {
        while (!cursor.is(TokenKind.RIGHT_PAREN)) {
            parameters.add(parameter());
            if (!cursor.is(TokenKind.RIGHT_PAREN) && !cursor.takeIf(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \")\"");
            }
        }
        cursor.take();
        return parameters;
    }

    private Parameter parameter() {
        Span start = cursor.current().span();
        grammar.foreign.decorators();
        modifiers();
        if (cursor.is(TokenKind.ELLIPSIS)) {
            notYet(cursor.take().span(), "rest parameters are", "declare an array");
        }
        Name name = parameterName();
        if (cursor.is(TokenKind.QUESTION)) {
            notYet(cursor.take().span(), "optional parameters are", "declare " + name + ": T | null");
        }
        Optional<TypeNode> type = grammar.types.annotation();
        Span span = cursor.spanFrom(start);
        if (cursor.is(TokenKind.ASSIGN)) {
            notYet(cursor.take().span(), "default values of parameters are");
            grammar.expressions.assignment();
        }
        return new Parameter(span, name, type);
    }

    private void modifiers() {
        while (PROPERTY_MODIFIERS.contains(cursor.current().text()) && isWordBeforeName(cursor.current().text())) {
            notYet(
                    cursor.take().span(),
                    "properties among the parameters are",
                    "declare the property in the class and assign it in the constructor");
        }
    }

    private Name parameterName() {
        Token token = cursor.current();
        return switch (token.kind()) {
            case LEFT_BRACE, LEFT_BRACKET -> isPattern() ? pattern() : name("a name for the parameter");
            case THIS -> {
                notYet(token.span(), "a parameter \"this\" is");
                cursor.take();
                yield new Name(token.span(), "this");
            }
            default -> name("a name for the parameter");
        };
    }

    /** Whether what follows the brackets may follow a parameter. */
    private boolean isPattern() {
        int closing = grammar.brackets.closing(cursor.index());
        return closing == Brackets.NONE || switch (cursor.at(closing + 1).kind()) {
            case COMMA, RIGHT_PAREN, COLON, ASSIGN, END -> true;
            default -> false;
        };
    }

    /** Skips <code>{a, b}</code> or {@code [a, b]}. */
    private Name pattern() {
        int open = cursor.index();
        Span start = cursor.current().span();
        notYet(start, "destructuring is", "declare one parameter and read its properties or elements");
        if (!grammar.recovery.skipPast(open)) {
            throw errors.expected("a name for the parameter");
        }
        return new Name(cursor.spanFrom(start), "");
    }
}
