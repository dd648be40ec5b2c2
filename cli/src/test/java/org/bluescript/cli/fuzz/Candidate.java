package org.bluescript.cli.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bluescript.cli.fuzz.make.ProgramMaker;
import org.bluescript.cli.fuzz.run.Contest;
import org.bluescript.cli.fuzz.text.Node;
import org.bluescript.cli.fuzz.text.Page;
import org.bluescript.language.source.Diagnostic;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedProgram;

/** A generated program that the checker accepts. */
record Candidate(Node tree, TypedProgram typed) {
    private static final int ATTEMPTS = 12;

    /** Why statements had to be cut away, and how often: tells where the generator can be made better. */
    static final Map<String, Integer> REFUSED = new ConcurrentHashMap<>();

    /** The program of a seed, without the statements that the checker refuses; empty if too little would be left. */
    static Optional<Candidate> of(long seed) {
        Node tree = ProgramMaker.of(seed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Page page = Page.of(tree);
            Diagnostics diagnostics = new Diagnostics();
            Optional<TypedProgram> typed = Contest.check(page.text(), diagnostics);
            if (typed.isPresent()) {
                return Optional.of(new Candidate(tree, typed.get()));
            }
            Node repaired = tree;
            for (Diagnostic diagnostic : diagnostics.all()) {
                REFUSED.merge(diagnostic.message(), 1, Integer::sum);
                Optional<Node> statement = page.statement(diagnostic.span().position().line());
                if (statement.isPresent()) {
                    repaired = repaired.replace(statement.get(), List.of());
                }
            }
            if (repaired == tree) {
                return Optional.empty();
            }
            tree = repaired;
        }
        return Optional.empty();
    }

    static Optional<Candidate> of(Node tree) {
        return Contest.check(tree.toString(), new Diagnostics()).map(typed -> new Candidate(tree, typed));
    }

    String text() {
        return tree.toString();
    }
}
