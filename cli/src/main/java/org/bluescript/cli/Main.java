package org.bluescript.cli;

/** The process: gives the command its arguments, streams and signals, and ends with its exit status. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Interrupts interrupts = new Interrupts();
        InterruptSignal.handle(() -> {
            if (!interrupts.interrupt()) {
                System.exit(ExitStatus.INTERRUPTED);
            }
        });
        System.exit(CommandRunner.run(Console.ofProcess(), interrupts, arguments));
    }
}
