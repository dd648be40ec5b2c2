package org.bluescript.language.lexer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the longest punctuation mark at a place. */
final class Punctuation {
    /** By first character; of each, the longest first. */
    private final List<List<TokenKind>> byFirst = new ArrayList<>();

    Punctuation() {
        for (int i = 0; i < 128; i++) {
            byFirst.add(new ArrayList<>());
        }
        for (TokenKind kind : TokenKind.values()) {
            if (kind.isPunctuation()) {
                byFirst.get(kind.text().charAt(0)).add(kind);
            }
        }
        byFirst.forEach(kinds -> kinds.sort(Comparator.comparingInt(kind -> -kind.text().length())));
    }

    Optional<TokenKind> at(SourceReader reader) {
        int first = reader.peek();
        if (first < 0 || first >= byFirst.size()) {
            return Optional.empty();
        }
        for (TokenKind kind : byFirst.get(first)) {
            if (reader.startsWith(kind.text()) && !isConditionalBeforeFraction(kind, reader)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** In {@code a?.5:b} the question mark stands alone. */
    private static boolean isConditionalBeforeFraction(TokenKind kind, SourceReader reader) {
        return kind == TokenKind.QUESTION_DOT && Characters.isDigit(reader.peek(2));
    }
}
