package org.bluescript.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bluescript.cli.session.Phases;
import org.bluescript.cli.session.ProgramOutput;
import org.bluescript.language.session.Outcome;
import org.bluescript.language.session.Session;
import org.bluescript.language.source.Diagnostic;

/**
 * Evaluates texts that nobody types: each with its value on standard output, errors on standard error, or, as JSON, all that came
 * of it on a line of standard output. The exit status is that of the last error.
 */
final class Evaluation {
    private final Console console;
    private final Interrupts interrupts;
    private final boolean json;
    private final SessionOpening opening;
    private int status = ExitStatus.OK;

    Evaluation(Console console, Interrupts interrupts, BoardOptions board, boolean json) {
        this.opening = new SessionOpening(board, console::note);
        this.console = console;
        this.interrupts = interrupts;
        this.json = json;
    }

    /** Gives the exit status. */
    int ofTexts(List<String> texts) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (opening; Session session = open(said)) {
            for (String text : texts) {
                evaluate(session, text, said);
            }
        }
        return status;
    }

    /** Evaluates statements as they arrive, each as soon as it is whole; gives the exit status. */
    int ofStatements() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        BufferedReader reader = new BufferedReader(new InputStreamReader(console.input(), StandardCharsets.UTF_8));
        try (opening; Session session = open(said)) {
            StatementReader statements = new StatementReader(reader);
            for (Optional<String> text = statements.next(); text.isPresent(); text = statements.next()) {
                evaluate(session, text.get(), said);
            }
        }
        return status;
    }

    private Session open(ByteArrayOutputStream said) throws IOException {
        if (json) {
            return opening.open(said, said);
        }
        ProgramOutput output = new ProgramOutput(console, Phases.silent());
        OutputStream toError = output.stream(true);
        return opening.open(output.stream(false), toError);
    }

    private void evaluate(Session session, String text, ByteArrayOutputStream said) {
        interrupts.onInterrupt(() -> {
            session.interrupt();
            return true;
        });
        Outcome outcome = session.evaluate(text);
        interrupts.onInterrupt(null);
        if (json) {
            console.printLine(JsonText.of(fields(outcome, said)).replaceAll("\n *", " ").strip());
            said.reset();
        } else {
            new OutcomeReport(console, false).print(outcome);
        }
        int ofOutcome = OutcomeReport.status(outcome);
        status = ofOutcome == ExitStatus.OK ? status : ofOutcome;
    }

    private static Map<String, Object> fields(Outcome outcome, ByteArrayOutputStream said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (said.size() > 0) {
            fields.put("output", said.toString(StandardCharsets.UTF_8));
        }
        switch (outcome) {
            case Outcome.Value v -> {
                fields.put("value", v.text());
                fields.put("type", v.type());
            }
            case Outcome.Done d -> {}
            case Outcome.Incomplete i -> fields.put("errors", errors(i.mistakes()));
            case Outcome.Mistakes m -> fields.put("errors", errors(m.all()));
            case Outcome.Refused r -> fields.put("errors", List.of(Map.of("message", r.reason())));
            case Outcome.Failed f -> {
                Map<String, Object> error = new LinkedHashMap<>();
                f.failure().place().ifPresent(p -> {
                    error.put("line", p.position().line());
                    error.put("column", p.position().column());
                });
                error.put("message", f.failure().message());
                fields.put("errors", List.of(error));
            }
        }
        return fields;
    }

    private static List<Map<String, Object>> errors(List<Diagnostic> mistakes) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (Diagnostic d : mistakes) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("line", d.span().position().line());
            error.put("column", d.span().position().column());
            error.put("message", d.message());
            error.put("help", d.help().orElse(null));
            result.add(error);
        }
        return result;
    }
}
