package org.bluescript.language.parser;

import org.bluescript.language.lexer.TokenSequence;
import org.bluescript.language.source.Diagnostics;

/** What the productions share while one file is parsed, and how they find each other. */
final class Grammar {
    final TokenCursor cursor;
    final SyntaxErrors errors;
    final Brackets brackets;
    final Nesting nesting;
    final Recovery recovery;

    final TypeParser types;
    final LiteralParser literals;
    final OperandParser operands;
    final ExpressionParser expressions;
    final FunctionParser functions;
    final ClassParser classes;
    final ShapeParser shapes;
    final StatementParser statements;
    final LoopParser loops;
    final TryParser tries;
    final DeclarationParser declarations;
    final ModuleParser modules;
    final PatternParser patterns;
    final ForeignStatementParser foreign;

    Grammar(TokenSequence tokens, Diagnostics diagnostics) {
        cursor = new TokenCursor(tokens.tokens());
        errors = new SyntaxErrors(cursor, tokens, diagnostics);
        brackets = new Brackets(tokens.tokens());
        nesting = new Nesting(errors);
        recovery = new Recovery(cursor, brackets);
        types = new TypeParser(this);
        literals = new LiteralParser(this);
        operands = new OperandParser(this);
        expressions = new ExpressionParser(this);
        functions = new FunctionParser(this);
        classes = new ClassParser(this);
        shapes = new ShapeParser(this);
        statements = new StatementParser(this);
        loops = new LoopParser(this);
        tries = new TryParser(this);
        declarations = new DeclarationParser(this);
        modules = new ModuleParser(this);
        patterns = new PatternParser(this);
        foreign = new ForeignStatementParser(this);
    }
}
