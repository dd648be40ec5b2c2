package org.bluescript.language.ast;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;

/** A statement or declaration as it was written. */
public sealed interface Statement extends Node {
    /** {@code let a = 1, b: float} or {@code const …}; {@code exported} only at top level. */
    record Variables(Span span, boolean isConst, List<Declarator> declarators, boolean exported) implements Statement {}

    /** {@code isDefinite} for {@code let x!: T}, of which the program promises that it gets a value before it is used. */
    record Declarator(
            Span span, Name name, Optional<TypeNode> type, Optional<Expression> initializer, boolean isDefinite) {
        public Declarator(Span span, Name name, Optional<TypeNode> type, Optional<Expression> initializer) {
            this(span, name, type, initializer, false);
        }
    }

    record ExpressionStatement(Span span, Expression expression) implements Statement {}

    record If(Span span, Expression condition, Statement whenTrue, Optional<Statement> whenFalse) implements Statement {}

    record While(Span span, Expression condition, Statement body) implements Statement {}

    record DoWhile(Span span, Statement body, Expression condition) implements Statement {}

    /** {@code for (initializer; condition; update) body}; the initializer is Variables or ExpressionStatement. */
    record For(
            Span span,
            Optional<Statement> initializer,
            Optional<Expression> condition,
            Optional<Expression> update,
            Statement body)
            implements Statement {}

    /** {@code for (const name: type of iterable) body}. */
    record ForOf(Span span, boolean isConst, Name name, Optional<TypeNode> type, Expression iterable, Statement body)
            implements Statement {}

    record Labeled(Span span, Name label, Statement body) implements Statement {}

    record Break(Span span, Optional<Name> label) implements Statement {}

    record Continue(Span span, Optional<Name> label) implements Statement {}

    record Switch(Span span, Expression subject, List<Case> cases) implements Statement {}

    /** {@code case test:} or, without a test, {@code default:}. */
    record Case(Span span, Optional<Expression> test, List<Statement> body) {}

    record Return(Span span, Optional<Expression> value) implements Statement {}

    /** {@code throw value}. */
    record Throw(Span span, Expression value) implements Statement {}

    /** {@code try {…} catch (e) {…} finally {…}}: the handler or the last block may be absent, but not both. */
    record Try(Span span, Block body, Optional<Catch> handler, Optional<Block> last) implements Statement {}

    /** {@code catch (name: type) {…}}, of which all but the body may be absent; a type only with a name. */
    record Catch(Span span, Optional<Name> name, Optional<TypeNode> type, Block body) {}

    record Block(Span span, List<Statement> statements) implements Statement {}

    record Empty(Span span) implements Statement {}

    record FunctionDeclaration(Span span, Name name, FunctionNode function, boolean exported) implements Statement {}

    record ClassDeclaration(
            Span span,
            Name name,
            List<TypeParameter> typeParameters,
            Optional<TypeNode.Named> superclass,
            List<TypeNode.Named> interfaces,
            List<ClassMember> members,
            boolean isAbstract,
            boolean exported)
            implements Statement {
        /** A class that is not abstract and names no interfaces. */
        public ClassDeclaration(
                Span span,
                Name name,
                List<TypeParameter> typeParameters,
                Optional<TypeNode.Named> superclass,
                List<ClassMember> members,
                boolean exported) {
            this(span, name, typeParameters, superclass, List.of(), members, false, exported);
        }
    }

    /** {@code interface I extends J {…}}. */
    record InterfaceDeclaration(
            Span span,
            Name name,
            List<TypeParameter> typeParameters,
            List<TypeNode.Named> bases,
            List<TypeNode.Member> members,
            boolean exported)
            implements Statement {}

    record EnumDeclaration(Span span, Name name, List<EnumMember> members, boolean exported) implements Statement {}

    /** {@code type T<A> = …}. */
    record TypeAlias(Span span, Name name, List<TypeParameter> typeParameters, TypeNode type, boolean exported)
            implements Statement {}

    record EnumMember(Span span, Name name, Optional<Expression> value) {}

    /** {@code import { a, b as c } from "./m"}; {@code typeOnly} for {@code import type}. */
    record ImportNames(Span span, List<Renaming> names, Expression.StringLiteral from, boolean typeOnly)
            implements Statement {}

    /** {@code import * as m from "./m"}. */
    record ImportAll(Span span, Name alias, Expression.StringLiteral from) implements Statement {}

    /** {@code export { a, b as c }}. */
    record Export(Span span, List<Renaming> names) implements Statement {}

    /** {@code name as alias}; alias equals name where nothing else was written. */
    record Renaming(Span span, Name name, Name alias) {}

    /**
     * {@code code`…`}: C text with {@code ${…}} places; one more string than expressions. Each string is raw text (no escapes
     * processed) with the place where it stands, so that messages of the C compiler can be mapped back.
     */
    record InlineCode(Span span, List<CodeText> texts, List<Expression> expressions) implements Statement {}

    record CodeText(Span span, String text) {}
}
