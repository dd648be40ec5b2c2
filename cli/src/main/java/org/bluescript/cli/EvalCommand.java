package org.bluescript.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bluescript eval TEXT…}: evaluates each text in turn, as a prompt would. */
@Command(name = "eval", description = "Evaluate statements and print the values of expressions.", sortOptions = false)
final class EvalCommand implements Callable<Integer> {
    private final Console console;
    private final Interrupts interrupts;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private BoardOptions board;

    @Option(names = "--json", description = "Print for each text a JSON object on a line of its own: value and type, or errors; and output.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "TEXT",
            description = "The statements; each text sees what the former ones declared. Without any, standard input is read.")
    private List<String> texts = List.of();

    EvalCommand(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws Exception {
        console.setColor(global.color);
        Evaluation evaluation = new Evaluation(console, interrupts, board, json);
        return texts.isEmpty() ? evaluation.ofStatements() : evaluation.ofTexts(texts);
    }
}
