package org.bluescript.language.parser;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads {@code try} and {@code throw}. */
final class TryParser extends Production {
    TryParser(Grammar grammar) {
        super(grammar);
    }

    Statement tryStatement() {
        Span start = cursor.take().span();
        Statement.Block body = grammar.statements.block();
        Optional<Statement.Catch> handler = cursor.is(TokenKind.CATCH) ? Optional.of(handler()) : Optional.empty();
        Optional<Statement.Block> last =
                cursor.takeIf(TokenKind.FINALLY) ? Optional.of(grammar.statements.block()) : Optional.empty();
        if (handler.isEmpty() && last.isEmpty()) {
            errors.missing("\"catch\" or \"finally\"", Optional.empty());
        }
        return new Statement.Try(cursor.spanFrom(start), body, handler, last);
    }

    private Statement.Catch handler() {
        Span start = cursor.take().span();
        Optional<Parameter> parameter = Optional.empty();
        int open = cursor.index();
        if (cursor.takeIf(TokenKind.LEFT_PAREN)) {
            parameter = bracketed(open, this::parameter, Optional::empty);
        }
        Statement.Block body = grammar.statements.block();
        return new Statement.Catch(
                cursor.spanFrom(start), parameter.map(Parameter::name), parameter.flatMap(Parameter::type), body);
    }

    /** What stands in the parentheses behind {@code catch}. */
    private record Parameter(Name name, Optional<TypeNode> type) {}

    private Optional<Parameter> parameter() {
        Name name = name("a name for the error");
        Optional<TypeNode> type = grammar.types.annotation();
        grammar.statements.closeParenthesis();
        return Optional.of(new Parameter(name, type));
    }

    /** As in TypeScript, the value begins on the line of the word. */
    Statement throwStatement() {
        Span start = cursor.take().span();
        if (cursor.current().afterLineBreak()) {
            throw errors.expected("what is thrown");
        }
        Expression value = grammar.expressions.expression();
        semicolon();
        return new Statement.Throw(cursor.spanFrom(start), value);
    }
}
