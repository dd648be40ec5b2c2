package org.bluescript.language.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.ClassMember;
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

/** Reads classes, recovering from mistakes at member borders. */
final class ClassParser extends Production {
    private static final Set<String> MODIFIERS = Set.of("public", "protected", "private", "static", "readonly");

    private final ModifierParser modifiers;
    /** Classes that are open. */
    private int depth;
    private boolean sawStrayMember;

    ClassParser(Grammar grammar) {
        super(grammar);
        this.modifiers = new ModifierParser(grammar);
    }

    /** {@code class C extends B {…}}; {@code start} is where the statement begins, which may be an {@code export} before. */
    Statement declaration(Span start, boolean exported) {
        return declaration(start, false, exported);
    }

    /** The same behind {@code abstract}. */
    Statement abstractDeclaration(Span start, boolean exported) {
        return declaration(start, true, exported);
    }

    private Statement declaration(Span start, boolean isAbstract, boolean exported) {
        expect(TokenKind.CLASS);
        Name name = name("a name for the class");
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        Optional<TypeNode.Named> superclass = superclass();
        List<TypeNode.Named> interfaces = interfaces();
        List<ClassMember> members = body();
        return new Statement.ClassDeclaration(
                cursor.spanFrom(start), name, typeParameters, superclass, interfaces, members, isAbstract, exported);
    }

    /** Reads a class that stands in an expression. */
    void classExpression() {
        expect(TokenKind.CLASS);
        if (cursor.is(TokenKind.IDENTIFIER) && !cursor.isWord("implements")) {
            cursor.take();
        }
        grammar.types.typeParameters();
        superclass();
        interfaces();
        body();
    }

    private Optional<TypeNode.Named> superclass() {
        return cursor.takeIf(TokenKind.EXTENDS) ? Optional.of(grammar.types.classType()) : Optional.empty();
    }

    private List<TypeNode.Named> interfaces() {
        List<TypeNode.Named> interfaces = new ArrayList<>();
        if (cursor.isWord("implements")) {
            cursor.take();
            do {
                interfaces.add(grammar.types.classType());
            } while (cursor.takeIf(TokenKind.COMMA));
        }
        return interfaces;
    }

    private List<ClassMember> body() {
        int open = cursor.index();
        if (cursor.is(TokenKind.LEFT_BRACE) || !cursor.current().afterLineBreak() || cursor.is(TokenKind.END)) {
            expect(TokenKind.LEFT_BRACE);
        } else {
            errors.missing("\"{\"", Optional.empty());
            open--;
        }
        int outer = depth++;
        List<ClassMember> members = membersFrom(open);
        depth = outer;
        grammar.statements.closeBrace(open);
        return members;
    }

    private List<ClassMember> membersFrom(int open) {
        List<ClassMember> members = new ArrayList<>();
        while (!cursor.is(TokenKind.RIGHT_BRACE) && !isEnd(open)) {
            if (!cursor.takeIf(TokenKind.SEMICOLON)) {
                memberOrRecovery().ifPresent(members::add);
            }
        }
        return members;
    }

    /** Whether the class that the brace at {@code open} opened ends here without its brace. */
    private boolean isEnd(int open) {
        return !cursor.is(TokenKind.IDENTIFIER) && grammar.statements.closingIsMissing(open) || atDeclaration();
    }

    /** Whether the place is within a class, in a method for example. */
    boolean isInside() {
        return depth > 0;
    }

    /** Whether what begins at the place can only be a member of a class: {@code private x}, <code>f(…) {</code>. */
    boolean atMember() {
        Token next = cursor.ahead(1);
        if (!cursor.is(TokenKind.IDENTIFIER) || !cursor.current().afterLineBreak() || next.afterLineBreak()) {
            return false;
        }
        if (next.kind() == TokenKind.IDENTIFIER) {
            return MODIFIERS.contains(cursor.current().text());
        }
        int closing = grammar.brackets.closing(cursor.index() + 1);
        if (next.kind() != TokenKind.LEFT_PAREN || closing == Brackets.NONE) {
            return false;
        }
        Token behind = cursor.at(closing + 1);
        return !behind.afterLineBreak()
                && (behind.kind() == TokenKind.LEFT_BRACE || behind.kind() == TokenKind.COLON)
                && parametersMayFollow(cursor.ahead(2), cursor.ahead(3));
    }

    private static boolean parametersMayFollow(Token first, Token second) {
        return first.kind() == TokenKind.RIGHT_PAREN
                || first.kind() == TokenKind.IDENTIFIER
                        && switch (second.kind()) {
                            case RIGHT_PAREN, COMMA, COLON, QUESTION -> true;
                            default -> false;
                        };
    }

    /** Reads a member that stands outside of a class. Only the first is reported: most often a brace before it is the reason. */
    void strayMember() {
        if (!sawStrayMember) {
            errors.reportAsIfBraceIsMissing(
                    cursor.current().span(),
                    "a member of a class outside of a class",
                    "write function before a function, or look for a missing or superfluous brace above");
        }
        sawStrayMember = true;
        memberOrRecovery();
    }

    /** Whether a declaration begins that cannot stand in a class, so that the class must have ended before. */
    private boolean atDeclaration() {
        Token next = cursor.ahead(1);
        return cursor.current().afterLineBreak() && !next.afterLineBreak() && switch (cursor.kind()) {
            case CLASS, ENUM -> next.kind() == TokenKind.IDENTIFIER;
            case IMPORT, EXPORT -> next.kind() == TokenKind.LEFT_BRACE || next.kind().isKeyword();
            default -> false;
        };
    }

    private Optional<ClassMember> memberOrRecovery() {
        int start = cursor.index();
        int depth = grammar.nesting.depth();
        errors.beginItem();
        try {
            grammar.nesting.enter();
            Optional<ClassMember> member = member();
            grammar.nesting.leave();
            return member;
        } catch (SyntaxFailure failure) {
            if (errors.attempting()) {
                throw failure;
            }
            grammar.nesting.returnTo(depth);
            grammar.recovery.skipMember(start);
            if (cursor.index() == start && !cursor.is(TokenKind.RIGHT_BRACE)) {
                cursor.take();
            }
            return Optional.empty();
        }
    }

    /** The member at the place; nothing for what the language does not have. */
    private Optional<ClassMember> member() {
        Span start = cursor.current().span();
        ClassMember.Modifiers declared = modifiers.modifiers();
        if (cursor.is(TokenKind.LEFT_BRACE) && cursor.previous().isWord("static")) {
            notYet(cursor.previous().span(), "\"static\" before a block is", "write the statements after the class");
            grammar.statements.block();
            return Optional.empty();
        }
        Name name = memberName();
        boolean isOptional = cursor.is(TokenKind.QUESTION);
        Span mark = cursor.current().span();
        if (isOptional) {
            cursor.take();
        }
        boolean isDefinite = isDefinite();
        if (cursor.is(TokenKind.LEFT_PAREN) || cursor.is(TokenKind.LESS)) {
            if (isOptional) {
                notYet(mark, "optional methods are", "declare a property of a function type");
            }
            return Optional.of(method(start, declared, name));
        }
        ClassMember.Property property = property(start, declared, name, isDefinite);
        return Optional.of(isOptional ? optional(property, mark) : property);
    }

    private Name memberName() {
        Token token = cursor.current();
        return switch (token.kind()) {
            case STRING, INTEGER, BIT_PATTERN, FLOAT -> {
                notYet(cursor.take().span(), "members without a name are", "name the member");
                yield new Name(token.span(), "");
            }
            case LEFT_BRACKET -> {
                notYet(token.span(), "members without a name are", "name the member");
                if (!grammar.recovery.skipPast(cursor.index())) {
                    throw errors.expected("the name of a member");
                }
                yield new Name(token.span(), "");
            }
            default -> propertyName("the name of a member or \"}\"");
        };
    }

    /** Whether a {@code !} stands behind the name: somebody else gives the property its value. */
    private boolean isDefinite() {
        return !cursor.current().afterLineBreak() && cursor.takeIf(TokenKind.NOT);
    }

    /** The property {@code x?: T}: it may also be null, and is so at first. */
    private static ClassMember.Property optional(ClassMember.Property p, Span mark) {
        TypeNode nothing = new TypeNode.Named(mark, Optional.empty(), new Name(mark, "undefined"), List.of());
        return new ClassMember.Property(
                p.span(),
                p.modifiers(),
                p.name(),
                p.type().map(t -> new TypeNode.Union(t.span(), List.of(t, nothing))),
                p.initializer().or(() -> Optional.of(new Expression.NullLiteral(mark))),
                p.isDefinite());
    }

    private ClassMember method(Span start, ClassMember.Modifiers declared, Name name) {
        Optional<Token> accessor = modifiers.accessor();
        FunctionNode function =
                declared.isAbstract() ? signature(start) : grammar.functions.signatureAndBody(start);
        Span span = cursor.spanFrom(start);
        if (accessor.isPresent()) {
            return accessor(span, declared, name, accessor.get(), function);
        }
        if (!name.text().equals("constructor") || declared.isStatic()) {
            return new ClassMember.Method(span, declared, name, function);
        }
        function.result().ifPresent(result -> errors.report(result.span(), "a constructor has no result type"));
        return new ClassMember.Constructor(span, declared, name, function);
    }

    private ClassMember accessor(
            Span span, ClassMember.Modifiers declared, Name name, Token word, FunctionNode function) {
        boolean isGetter = word.isWord("get");
        boolean fits = function.parameters().size() == (isGetter ? 0 : 1)
                && function.parameters().stream().allMatch(p -> p.kind() == Parameter.Kind.REQUIRED);
        if (!fits) {
            errors.report(word.span(), isGetter ? "a getter has no parameters" : "a setter has one parameter");
        } else if (!isGetter && function.result().isPresent()) {
            errors.report(function.result().get().span(), "a setter has no result type");
        }
        return new ClassMember.Accessor(span, declared, name, isGetter, function);
    }

    /** An abstract method: what stands before the body that it does not have. */
    private FunctionNode signature(Span start) {
        List<TypeParameter> typeParameters = grammar.types.typeParameters();
        List<Parameter> parameters = grammar.functions.parameters();
        Optional<TypeNode> result = grammar.types.annotation();
        if (cursor.is(TokenKind.LEFT_BRACE)) {
            errors.report(cursor.current().span(), "an abstract method has no body");
            grammar.statements.block();
        } else {
            semicolon();
        }
        Span span = cursor.spanFrom(start);
        return new FunctionNode(span, typeParameters, parameters, result, new Statement.Block(span, List.of()), false);
    }

    private ClassMember.Property property(Span start, ClassMember.Modifiers declared, Name name, boolean isDefinite) {
        Optional<TypeNode> type = grammar.types.annotation();
        Optional<Expression> initializer =
                cursor.takeIf(TokenKind.ASSIGN) ? Optional.of(grammar.expressions.assignment()) : Optional.empty();
        semicolon();
        if (initializer.isEmpty() && !isDefinite && type.filter(DeclarationParser::holdsUndefined).isPresent()) {
            initializer = Optional.of(new Expression.NullLiteral(type.get().span()));
        }
        if (declared.isAbstract()) {
            errors.report(name.span(), "only methods, getters and setters are abstract", "write abstract get " + name + "(): T");
        } else if (modifiers.accessor().isPresent()) {
            errors.report(name.span(), "a getter or setter is written like a method", "write get " + name + "() { … }");
        }
        return new ClassMember.Property(cursor.spanFrom(start), declared, name, type, initializer, isDefinite);
    }
}
