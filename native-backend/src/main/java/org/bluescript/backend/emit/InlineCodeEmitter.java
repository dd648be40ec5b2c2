package org.bluescript.backend.emit;

import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;

/**
 * Emits the user's own C. Each of its lines stays a line of its own with its own place, so that what the C compiler says about it
 * is said about the right line of the source, and preprocessor directives work.
 */
final class InlineCodeEmitter {
    private InlineCodeEmitter() {}

    static void emit(CText text, ExpressionEmitter expressions, TypedStatement.InlineCode code) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < code.texts().size(); i++) {
            result.append(marked(text, code.texts().get(i)));
            if (i < code.gaps().size()) {
                result.append(gap(expressions, code.gaps().get(i)));
            }
        }
        text.line(result.toString());
    }

    private static String gap(ExpressionEmitter expressions, TypedExpression gap) {
        return switch (gap) {
            case TypedExpression.Read read -> expressions.place(read.variable());
            default -> expressions.emit(gap);
        };
    }

    private static String marked(CText text, TypedStatement.CodeText code) {
        StringBuilder result = new StringBuilder();
        Span span = code.span();
        int offset = 0;
        for (String line : code.text().split("\n", -1)) {
            int start = span.start() + offset + line.length() - line.stripLeading().length();
            int end = span.start() + offset + line.stripTrailing().length();
            result.append(offset == 0 ? "" : "\n");
            result.append(text.at(new Span(span.file(), Math.min(start, span.end()), Math.min(end, span.end()))));
            result.append(line);
            offset += line.length() + 1;
        }
        return result.toString();
    }
}
