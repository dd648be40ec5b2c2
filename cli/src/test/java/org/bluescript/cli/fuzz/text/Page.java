package org.bluescript.cli.fuzz.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tree as text, and which statement stands on which line. */
public final class Page {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final List<Node> statements = new ArrayList<>();
    private int depth;

    private Page() {}

    public static Page of(Node program) {
        Page page = new Page();
        page.print(program, null);
        return page;
    }

    public String text() {
        return text.toString();
    }

    /** The innermost statement or item that begins on the line or around it; lines count from 1. */
    public Optional<Node> statement(int line) {
        return line <= statements.size() ? Optional.ofNullable(statements.get(line - 1)) : Optional.empty();
    }

    private void print(Node node, Node statement) {
        switch (node.role()) {
            case PROGRAM -> node.children().forEach(this::printLine);
            case BLOCK -> printBlock(node, statement);
            case EXPRESSION, STATEMENT, ITEM -> printPieces(node, node.role() == Node.Role.STATEMENT ? node : statement);
        }
    }

    private void printBlock(Node block, Node statement) {
        text.append('{');
        endLine(statement);
        depth++;
        block.children().forEach(this::printLine);
        depth--;
        text.append(INDENT.repeat(depth)).append('}');
    }

    private void printLine(Node statement) {
        text.append(INDENT.repeat(depth));
        print(statement, statement);
        endLine(statement);
    }

    private void printPieces(Node node, Node statement) {
        for (Piece piece : node.pieces()) {
            switch (piece) {
                case Piece.Words words -> text.append(words.text());
                case Node child -> print(child, statement);
            }
        }
    }

    private void endLine(Node statement) {
        text.append('\n');
        statements.add(statement);
    }
}
