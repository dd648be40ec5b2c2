package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.ast.TypeParameter;
import org.bluescript.language.lexer.TokenKind;
import org.bluescript.language.source.Span;

/** Reads the declarations of variables and enums. */
final class DeclarationParser extends Production {
    DeclarationParser(Grammar grammar) {
        super(grammar);
    }

    /** What {@code let}, {@code const} or {@code var} begins; {@code start} is where the statement begins. */
    Statement variablesOrEnum(Span start, boolean exported) {
        if (cursor.is(TokenKind.CONST) && cursor.ahead(1).kind() == TokenKind.ENUM) {
            cursor.take();
            return enumeration(start, exported);
        }
        Statement.Variables variables = variablesWithoutEnd(start, exported);
        semicolon();
        return new Statement.Variables(
                cursor.spanFrom(start), variables.isConst(), variables.declarators(), exported);
    }

    /** Variables up to where a semicolon may follow. */
    Statement.Variables variablesWithoutEnd(Span start, boolean exported) {
        boolean isConst = cursor.is(TokenKind.CONST);
        variableKeyword();
        List<Statement.Declarator> declarators = new ArrayList<>();
        do {
            declarator(declarators);
        } while (cursor.takeIf(TokenKind.COMMA));
        return new Statement.Variables(cursor.spanFrom(start), isConst, declarators, exported);
    }

    /** Takes {@code let}, {@code const}, or {@code var} with a complaint. */
    void variableKeyword() {
        Span span = cursor.current().span();
        if (cursor.take().kind() == TokenKind.VAR) {
            never(span, "\"var\" is", "write let or const");
        }
    }

    private void declarator(List<Statement.Declarator> declarators) {
        Span start = cursor.current().span();
        List<Statement.Declarator> parts = new ArrayList<>();
        boolean isPattern = grammar.patterns.atPattern();
        Name name = variableName(parts);
        boolean isDefinite = !isPattern && cursor.takeIf(TokenKind.NOT);
        Optional<TypeNode> type = grammar.types.annotation();
        if (isPattern && !cursor.is(TokenKind.ASSIGN)) {
            throw errors.expected("\"=\" and the value that is taken apart");
        }
        Optional<Expression> initializer =
                cursor.takeIf(TokenKind.ASSIGN) ? Optional.of(grammar.expressions.assignment()) : Optional.empty();
        if (initializer.isEmpty() && type.filter(DeclarationParser::holdsUndefined).isPresent()) {
            initializer = Optional.of(new Expression.NullLiteral(type.get().span()));
        }
        declarators.add(new Statement.Declarator(cursor.spanFrom(start), name, type, initializer, isDefinite));
        declarators.addAll(parts);
    }

    /** Whether a variable of the type, as it is written, is {@code undefined} where it is given no value. */
    static boolean holdsUndefined(TypeNode type) {
        return switch (type) {
            case TypeNode.Union t -> t.alternatives().stream().anyMatch(DeclarationParser::holdsUndefined);
            case TypeNode.Named t -> t.qualifier().isEmpty() && t.name().text().equals("undefined");
            default -> false;
        };
    }

    /** Takes the name of a variable, or a pattern: then the name is hidden, and the variables of the pattern are added. */
    Name variableName(List<Statement.Declarator> parts) {
        return grammar.patterns.atPattern()
                ? grammar.patterns.declaration(parts)
                : name("a name for the variable");
    }

    /** {@code type T = U}; {@code start} is where the statement begins. */
    Statement typeAlias(Span start, boolean exported) {
        cursor.take();
        Name name = name("a name for the type");
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        expect(TokenKind.ASSIGN);
        TypeNode type = grammar.types.type();
        semicolon();
        if (type instanceof TypeNode.Object object) {
            // An object type with a name is an interface: it may refer to itself.
            return new Statement.InterfaceDeclaration(
                    cursor.spanFrom(start), name, typeParameters, List.of(), object.members(), exported);
        }
        return new Statement.TypeAlias(cursor.spanFrom(start), name, typeParameters, type, exported);
    }

    /** {@code enum E {A, B = 3}}; {@code start} is where the statement begins. */
    Statement enumeration(Span start, boolean exported) {
        expect(TokenKind.ENUM);
        Name name = name("a name for the enum");
        int open = cursor.index();
        expect(TokenKind.LEFT_BRACE);
        List<Statement.EnumMember> members = new ArrayList<>();
        while (!cursor.is(TokenKind.RIGHT_BRACE) && !grammar.statements.closingIsMissing(open)) {
            enumMember(open).ifPresent(members::add);
        }
        grammar.statements.closeBrace(open);
        return new Statement.EnumDeclaration(cursor.spanFrom(start), name, members, exported);
    }

    private Optional<Statement.EnumMember> enumMember(int open) {
        int begin = cursor.index();
        int depth = grammar.nesting.depth();
        errors.beginItem();
        Optional<Statement.EnumMember> member = Optional.empty();
        try {
            member = Optional.of(enumMember());
            if (!cursor.is(TokenKind.RIGHT_BRACE) && !cursor.is(TokenKind.COMMA)) {
                throw errors.expected("\",\" or \"}\"");
            }
        } catch (SyntaxFailure failure) {
            grammar.nesting.returnTo(depth);
            grammar.recovery.skipItem(open);
            if (cursor.index() == begin && !cursor.is(TokenKind.RIGHT_BRACE)) {
                cursor.take();
            }
        }
        cursor.takeIf(TokenKind.COMMA);
        return member;
    }

    private Statement.EnumMember enumMember() {
        Span start = cursor.current().span();
        Name name = propertyName("a name for the member of the enum");
        Optional<Expression> value =
                cursor.takeIf(TokenKind.ASSIGN) ? Optional.of(grammar.expressions.assignment()) : Optional.empty();
        return new Statement.EnumMember(cursor.spanFrom(start), name, value);
    }
}
