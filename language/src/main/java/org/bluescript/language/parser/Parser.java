package org.bluescript.language.parser;

import java.util.List;

import org.bluescript.language.ast.Module;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.lexer.Lexer;
import org.bluescript.language.lexer.TokenSequence;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/** Turns the text of a file into its tree. */
public final class Parser {
    private Parser() {}

    /**
     * The tree of {@code file}. All mistakes are reported to {@code diagnostics}, one for each; if there are any, the tree holds
     * what could be read and is not fit for checking. Never throws because of what stands in the file.
     */
    public static Module parse(SourceFile file, Diagnostics diagnostics) {
        return parseText(file, diagnostics).module();
    }

    /** As {@link #parse}, for a text that may go on: says also whether it only ends too early. */
    public static ParseOutcome parseText(SourceFile file, Diagnostics diagnostics) {
        int before = diagnostics.count();
        TokenSequence tokens = Lexer.scan(file, diagnostics);
        Grammar grammar = new Grammar(tokens, diagnostics);
        List<Statement> statements = grammar.statements.file();
        Module module = new Module(new Span(file, 0, file.text().length()), statements);
        boolean endsTooEarly = tokens.missesEnd() || grammar.errors.endTooEarly();
        return new ParseOutcome(module, endsTooEarly && diagnostics.count() == before + 1);
    }
}
