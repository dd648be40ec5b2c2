package org.bluescript.cli.prompt;

import org.bluescript.language.lexer.Lexer;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed by the kinds of its tokens. */
public final class CodeHighlighter extends DefaultHighlighter {
    private final boolean colors;

    /** @param colors whether there are any */
    public CodeHighlighter(boolean colors) {
        this.colors = colors;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (!colors || buffer.startsWith(":")) {
            return new AttributedString(buffer);
        }
        AttributedStringBuilder result = new AttributedStringBuilder();
        int done = 0;
        for (Token token : Lexer.scan(SourceFile.of("line", buffer), new Diagnostics()).tokens()) {
            int start = token.span().start();
            int end = Math.min(token.span().end(), buffer.length());
            if (start < done || end <= start) {
                continue;
            }
            // What is between tokens is space and comments.
            result.append(buffer.substring(done, start), AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK));
            result.append(buffer.substring(start, end), style(token));
            done = end;
        }
        result.append(buffer.substring(done), AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK));
        return result.toAttributedString();
    }

    private static AttributedStyle style(Token token) {
        return switch (token.kind()) {
            case INTEGER, BIT_PATTERN, FLOAT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
            case STRING, TEMPLATE, TEMPLATE_HEAD, TEMPLATE_MIDDLE, TEMPLATE_TAIL ->
                AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
            case INVALID -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
            default -> token.kind().isKeyword()
                    ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE).bold()
                    : AttributedStyle.DEFAULT;
        };
    }
}
