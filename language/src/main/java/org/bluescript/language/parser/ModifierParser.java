package org.bluescript.language.parser;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.ClassMember;
import org.bluescript.language.ast.ClassMember.Visibility;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;

/** Reads the words before the name of a class member. */
final class ModifierParser extends Production {
    private Optional<Token> accessor = Optional.empty();

    ModifierParser(Grammar grammar) {
        super(grammar);
    }

    /** The {@code get} or {@code set} before the member whose modifiers were read last. */
    Optional<Token> accessor() {
        return accessor;
    }

    ClassMember.Modifiers modifiers() {
        grammar.foreign.decorators();
        accessor = Optional.empty();
        Set<String> seen = new HashSet<>();
        Visibility visibility = Visibility.PUBLIC;
        while (isModifier()) {
            Token word = cursor.take();
            if (!seen.add(word.text())) {
                errors.report(word.span(), '"' + word.text() + "\" is written twice");
            }
            switch (word.text()) {
                case "public", "protected", "private" -> {
                    if (seen.stream().filter(ModifierParser::isVisibility).count() > 1) {
                        errors.report(word.span(), "a member is public, protected or private, not two of them");
                    }
                    visibility = Visibility.valueOf(word.text().toUpperCase(Locale.ROOT));
                }
                case "static", "readonly", "abstract", "override" -> {}
                case "get", "set" -> accessor = Optional.of(word);
                default -> foreign(word);
            }
        }
        if (cursor.is(TokenKind.STAR)) {
            never(cursor.take().span(), "generators are", "return an array");
        }
        return new ClassMember.Modifiers(
                visibility,
                seen.contains("static"),
                seen.contains("readonly"),
                seen.contains("abstract"),
                seen.contains("override"));
    }

    private static boolean isVisibility(String word) {
        return word.equals("public") || word.equals("protected") || word.equals("private");
    }

    private void foreign(Token word) {
        switch (word.text()) {
            case "function" -> errors.report(word.span(), "a method is declared without \"function\"");
            case "let", "const", "var" ->
                errors.report(word.span(), "a property is declared without \"" + word.text() + '"');
            default -> notYet(word.span(), '"' + word.text() + "\" is");
        }
    }

    /** Whether the word at the place is not itself the name of the member. */
    private boolean isModifier() {
        if (!cursor.is(TokenKind.IDENTIFIER) && !cursor.kind().isKeyword()) {
            return false;
        }
        Token next = cursor.ahead(1);
        boolean beforeName = switch (next.kind()) {
            case IDENTIFIER, STRING, INTEGER, LEFT_BRACKET, STAR, AT -> true;
            default -> next.kind().isKeyword();
        };
        return switch (cursor.current().text()) {
            case "public", "protected", "private", "readonly" -> beforeName;
            case "static" -> beforeName || next.kind() == TokenKind.LEFT_BRACE;
            case "get", "set", "abstract", "async", "override", "declare", "accessor" ->
                beforeName && !next.afterLineBreak();
            case "function", "let", "const", "var" -> beforeName && !next.afterLineBreak();
            default -> false;
        };
    }
}
