package org.bluescript.language.session;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bluescript.language.check.SessionChecker;
import org.bluescript.language.check.SessionStep;
import org.bluescript.language.interpreter.SessionProgram;
import org.bluescript.language.modules.ModuleGraph;
import org.bluescript.language.modules.ModuleSource;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.typed.TypedFunction;

/**
 * Makes a new session what another one was: its lines are checked and get the places they had, but do not run; then memory becomes what it
 * was. A BlueScript that finds out something else about the lines, or puts it elsewhere, refuses to.
 */
final class Restoration {
    private static final String OTHER_VERSION = "it was saved by another version of BlueScript";

    private final SessionChecker checker;
    private final SessionProgram program;

    Restoration(SessionChecker checker, SessionProgram program) {
        this.checker = checker;
        this.program = program;
    }

    /** Gives what hinders it, if something does. */
    Optional<String> of(SavedSession saved) {
        if (saved.image().machine() != program.memory().image().machine()) {
            return Optional.of("it was saved with a board that is not the same, or by another version of BlueScript");
        }
        try {
            for (Entry entry : saved.entries()) {
                if (!replay(entry)) {
                    return Optional.of(OTHER_VERSION);
                }
            }
            program.memory().destine(List.of());
        } catch (NoSuchElementException e) {
            return Optional.of(OTHER_VERSION);
        }
        if (program.fingerprint() != saved.fingerprint()) {
            return Optional.of(OTHER_VERSION);
        }
        program.restore(checker.program(), saved.image(), saved.growth());
        return Optional.empty();
    }

    /** Everything that the line has done before and after it ran. False if it means something else now. */
    private boolean replay(Entry entry) {
        Diagnostics diagnostics = new Diagnostics();
        String name = SessionChecker.LINE + entry.number();
        EnteredText entered = EnteredText.read(name, entry.text());
        List<ParsedModule> modules = ModuleGraph.of(new ModuleSource(name, entered.file()), entry.loader(), diagnostics);
        Optional<SessionStep> checked = diagnostics.hasErrors() ? Optional.empty() : checker.check(modules, diagnostics);
        if (checked.isEmpty()) {
            return false;
        }
        SessionStep step = checked.get();
        program.memory().destine(entry.places());
        TypedFunction statements = step.functions().get(step.line().topLevel());
        List<String> literals = program.newLiterals(statements, step.functions().values());
        checker.accept(step);
        program.grow(step.program(), step.functions(), step.replaces());
        if (entry.ended()) {
            checker.declare(step).forEach(program::release);
        } else {
            program.restore(checker.takeBack(step), step.line(), step.replaces());
        }
        checker.forget(statements.id());
        program.forget(statements.id(), literals);
        entry.held().ifPresent(held -> program.sweep(checker.program(), checker.sweep(held)));
        return true;
    }
}
