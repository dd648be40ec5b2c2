package org.bluescript.language.parser;

import java.util.ArrayList;
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

/** Reads what lists members by name without being a class: interfaces, object types, object literals. */
final class ShapeParser extends Production {
    ShapeParser(Grammar grammar) {
        super(grammar);
    }

    /** {@code interface I extends J, K {…}}; {@code start} is where the statement begins, which may be an {@code export} before. */
    Statement declaration(Span start, boolean exported) {
        cursor.take();
        Name name = name("a name for the interface");
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        List<TypeNode.Named> bases = new ArrayList<>();
        if (cursor.takeIf(TokenKind.EXTENDS)) {
            do {
                bases.add(grammar.types.classType());
            } while (cursor.takeIf(TokenKind.COMMA));
        }
        List<TypeNode.Member> members = members();
        return new Statement.InterfaceDeclaration(cursor.spanFrom(start), name, typeParameters, bases, members, exported);
    }

    /** <code>{ x: T; f(): U }</code> where a type stands. */
    TypeNode type() {
        Span start = cursor.current().span();
        List<TypeNode.Member> members = members();
        return new TypeNode.Object(cursor.spanFrom(start), members);
    }

    private List<TypeNode.Member> members() {
        int open = cursor.index();
        expect(TokenKind.LEFT_BRACE);
        List<TypeNode.Member> members = new ArrayList<>();
        while (!cursor.is(TokenKind.RIGHT_BRACE) && !grammar.statements.closingIsMissing(open)) {
            memberOrRecovery(open).ifPresent(members::add);
        }
        grammar.statements.closeBrace(open);
        return members;
    }

    private Optional<TypeNode.Member> memberOrRecovery(int open) {
        int begin = cursor.index();
        int depth = grammar.nesting.depth();
        errors.beginItem();
        Optional<TypeNode.Member> member = Optional.empty();
        try {
            member = member();
            boolean isSeparated = cursor.is(TokenKind.RIGHT_BRACE)
                    || cursor.is(TokenKind.COMMA)
                    || cursor.is(TokenKind.SEMICOLON)
                    || cursor.current().afterLineBreak();
            if (!isSeparated) {
                throw errors.expected("\";\" or \"}\"");
            }
        } catch (SyntaxFailure failure) {
            if (errors.attempting()) {
                throw failure;
            }
            grammar.nesting.returnTo(depth);
            grammar.recovery.skipItem(open);
            if (cursor.index() == begin && !cursor.is(TokenKind.RIGHT_BRACE)) {
                cursor.take();
            }
        }
        if (!cursor.takeIf(TokenKind.COMMA)) {
            cursor.takeIf(TokenKind.SEMICOLON);
        }
        return member;
    }

    /** A member; nothing for one that the language does not have. */
    private Optional<TypeNode.Member> member() {
        Span start = cursor.current().span();
        boolean isReadonly = isModifier("readonly");
        if (isReadonly) {
            cursor.take();
        }
        if (cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LESS) || cursor.is(TokenKind.NEW)) {
            never(start, "an object that is called is", "write the type of a function: (…) => …");
            throw SyntaxFailure.INSTANCE;
        }
        if (cursor.is(TokenKind.LEFT_BRACKET)) {
            never(start, "members without a name are", "name the member, or write Map<string, …>");
            throw SyntaxFailure.INSTANCE;
        }
        Name name = propertyName("the name of a member or \"}\"");
        boolean isOptional = cursor.takeIf(TokenKind.QUESTION);
        boolean isMethod = cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LESS);
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        TypeNode type = isMethod ? methodType() : grammar.types.annotation().orElse(TypeParser.any(name.span()));
        return Optional.of(new TypeNode.Member(
                cursor.spanFrom(start), name, typeParameters, type, isMethod, isMethod || isReadonly, isOptional));
    }

    private boolean isModifier(String word) {
        Token next = cursor.ahead(1);
        return cursor.isWord(word)
                && !next.afterLineBreak()
                && (next.kind() == TokenKind.IDENTIFIER || next.kind().isKeyword());
    }

    private TypeNode methodType() {
        Span start = cursor.current().span();
        List<Parameter> parameters = grammar.functions.parameters();
        TypeNode result = grammar.types.annotation().orElseGet(() -> TypeParser.any(start));
        return new TypeNode.Function(cursor.spanFrom(start), parameters, result);
    }

    /* ---- object literals ---- */

    /** <code>{ x: 1, y, f() {…} }</code> where an expression stands. */
    Expression literal() {
        int open = cursor.index();
        Span start = cursor.current().span();
        if (grammar.brackets.closing(open) == Brackets.NONE) {
            cursor.moveToEnd();
            throw errors.expected("\"}\"");
        }
        cursor.take();
        List<Expression.PropertyValue> properties = new ArrayList<>();
        bracketed(open, () -> properties(properties), () -> properties);
        return new Expression.ObjectLiteral(cursor.spanFrom(start), properties);
    }

    private List<Expression.PropertyValue> properties(List<Expression.PropertyValue> properties) {
        while (!cursor.is(TokenKind.RIGHT_BRACE)) {
            properties.add(property());
            if (!cursor.is(TokenKind.RIGHT_BRACE) && !cursor.takeIf(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \"}\"");
            }
        }
        cursor.take();
        return properties;
    }

    private Expression.PropertyValue property() {
        Span start = cursor.current().span();
        if (cursor.is(TokenKind.ELLIPSIS)) {
            cursor.take();
            Expression operand = grammar.expressions.assignment();
            Span span = cursor.spanFrom(start);
            return new Expression.PropertyValue(span, new Name(start, "..."), new Expression.Spread(span, operand));
        }
        if (cursor.is(TokenKind.LEFT_BRACKET) || cursor.is(TokenKind.INTEGER) || cursor.is(TokenKind.FLOAT)) {
            never(start, "members without a name are", "use a Map for values by key");
            throw SyntaxFailure.INSTANCE;
        }
        if ((cursor.isWord("get") || cursor.isWord("set")) && cursor.ahead(1).kind() == TokenKind.IDENTIFIER) {
            never(start, "getters and setters in an object are", "declare a class");
            throw SyntaxFailure.INSTANCE;
        }
        Token token = cursor.current();
        Name name = cursor.is(TokenKind.STRING) ? quotedName() : propertyName("the name of a property or \"}\"");
        if (cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LESS)) {
            grammar.types.rejectTypeParameters("generic methods of objects are");
            FunctionNode function = grammar.functions.signatureAndBody(start);
            return new Expression.PropertyValue(
                    cursor.spanFrom(start), name, new Expression.Function(cursor.spanFrom(start), function, false));
        }
        if (cursor.takeIf(TokenKind.COLON)) {
            Expression value = grammar.expressions.assignment();
            return new Expression.PropertyValue(cursor.spanFrom(start), name, value);
        }
        if (token.kind() != TokenKind.IDENTIFIER) {
            throw errors.expected("\":\"");
        }
        return new Expression.PropertyValue(start, name, new Expression.Identifier(start, name.text()));
    }

    /** A name in quotes, which must be one that could stand without them. */
    private Name quotedName() {
        Token token = cursor.take();
        if (!token.text().matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
            never(token.span(), "names of properties that are no names are", "use a Map for values by key");
        }
        return new Name(token.span(), token.text());
    }
}
