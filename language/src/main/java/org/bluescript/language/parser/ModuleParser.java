package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.lexer.Token;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads imports and exports. */
final class ModuleParser extends Production {
    ModuleParser(Grammar grammar) {
        super(grammar);
    }

    /** The import or export at the place. */
    Statement statement() {
        return cursor.is(TokenKind.IMPORT) ? importStatement() : export();
    }

    private Statement importStatement() {
        Span start = cursor.take().span();
        if (cursor.is(TokenKind.STRING)) {
            return imported(start, List.of(), grammar.literals.string(), false);
        }
        boolean typeOnly = cursor.isWord("type") && !cursor.ahead(1).isWord("from");
        if (typeOnly) {
            cursor.take();
        }
        if (cursor.is(TokenKind.STAR)) {
            return importAll(start, typeOnly);
        }
        if (cursor.is(TokenKind.IDENTIFIER)) {
            return importDefault(start, typeOnly);
        }
        List<Statement.Renaming> names = names();
        return imported(start, names, source(), typeOnly);
    }

    private Statement imported(
            Span start, List<Statement.Renaming> names, Expression.StringLiteral from, boolean typeOnly) {
        semicolon();
        return new Statement.ImportNames(cursor.spanFrom(start), names, from, typeOnly);
    }

    private Statement importAll(Span start, boolean typeOnly) {
        Span star = cursor.take().span();
        if (typeOnly) {
            notYet(star, "\"import type *\" is", "write import *");
        }
        word("as");
        Name alias = name("a name for the module");
        Expression.StringLiteral from = source();
        semicolon();
        return new Statement.ImportAll(cursor.spanFrom(start), alias, from);
    }

    private Statement importDefault(Span start, boolean typeOnly) {
        Token name = cursor.take();
        if (cursor.is(TokenKind.ASSIGN)) {
            never(cursor.current().span(), "\"import … = …\" is", "write import { a, b } from \"./module\"");
            throw SyntaxFailure.INSTANCE;
        }
        notYet(name.span(), "the default import is", "write import { " + name.text() + " } from …");
        if (cursor.takeIf(TokenKind.COMMA)) {
            if (cursor.is(TokenKind.STAR)) {
                return importAll(start, typeOnly);
            }
            names();
        }
        return imported(start, List.of(), source(), typeOnly);
    }

    /** {@code from "./m"}. */
    private Expression.StringLiteral source() {
        word("from");
        return grammar.literals.string();
    }

    private void word(String word) {
        if (!cursor.isWord(word)) {
            throw errors.expected('"' + word + '"');
        }
        cursor.take();
    }

    /** <code>{ a, b as c }</code>. */
    private List<Statement.Renaming> names() {
        int open = cursor.index();
        if (!cursor.takeIf(TokenKind.LEFT_BRACE)) {
            throw errors.expected("\"{\"");
        }
        List<Statement.Renaming> names = new ArrayList<>();
        return bracketed(open, () -> names(names), () -> names);
    }

    private List<Statement.Renaming> names(List<Statement.Renaming> names) {
        while (!cursor.is(TokenKind.RIGHT_BRACE)) {
            names.add(renaming());
            if (!cursor.is(TokenKind.RIGHT_BRACE) && !cursor.takeIf(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \"}\"");
            }
        }
        cursor.take();
        return names;
    }

    private Statement.Renaming renaming() {
        Span start = cursor.current().span();
        if (isWordBeforeName("type") && !cursor.ahead(1).isWord("as")) {
            notYet(cursor.take().span(), "\"type\" among imported names is", "write import type { … }");
        }
        Name name = importedName();
        Name alias = name;
        if (cursor.isWord("as")) {
            cursor.take();
            alias = importedName();
        }
        return new Statement.Renaming(cursor.spanFrom(start), name, alias);
    }

    private Name importedName() {
        if (cursor.is(TokenKind.DEFAULT)) {
            Span span = cursor.take().span();
            notYet(span, "\"default\" as a name is");
            return new Name(span, "default");
        }
        return name("a name");
    }

    /* ---- exports ---- */

    private Statement export() {
        Span start = cursor.take().span();
        if (cursor.is(TokenKind.DEFAULT)) {
            notYet(cursor.take().span(), "the default export is", "export by name");
            if (!isNamedDeclaration()) {
                return exportedExpression(start);
            }
        }
        return switch (cursor.kind()) {
            case LET, CONST, VAR -> grammar.declarations.variablesOrEnum(start, true);
            case FUNCTION -> grammar.functions.declaration(start, true);
            case CLASS -> grammar.classes.declaration(start, true);
            case ENUM -> grammar.declarations.enumeration(start, true);
            case LEFT_BRACE -> exportedNames(start);
            case STAR -> {
                notYet(cursor.current().span(), "\"export *\" is", "import the names and export them");
                throw SyntaxFailure.INSTANCE;
            }
            default -> grammar.foreign.exported(start).orElseThrow(() -> errors.expected("a declaration or \"{\""));
        };
    }

    private boolean isNamedDeclaration() {
        boolean isDeclaration = cursor.is(TokenKind.FUNCTION) || cursor.is(TokenKind.CLASS) || cursor.isWord("async");
        return isDeclaration && (cursor.isWord("async") || cursor.ahead(1).kind() == TokenKind.IDENTIFIER);
    }

    private Statement exportedExpression(Span start) {
        if (cursor.is(TokenKind.CLASS)) {
            grammar.classes.classExpression();
        } else {
            grammar.expressions.expression();
        }
        semicolon();
        return new Statement.Empty(cursor.spanFrom(start));
    }

    private Statement exportedNames(Span start) {
        List<Statement.Renaming> names = names();
        if (cursor.isWord("from")) {
            notYet(cursor.take().span(), "\"export … from\" is", "import the names and export them");
            grammar.literals.string();
        }
        semicolon();
        return new Statement.Export(cursor.spanFrom(start), names);
    }
}
