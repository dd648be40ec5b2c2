package org.bluescript.cli;

/** What the process says when it ends. docs/cli.md lists these for the user. */
public final class ExitStatus {
    public static final int OK = 0;
    /** The user's program has mistakes, or ended with an error. */
    public static final int PROGRAM = 1;
    /** The command line cannot be understood. */
    public static final int USAGE = 2;
    /** A file, tool, board, port or link is missing or failed. */
    public static final int WORLD = 3;
    /** A bug of BlueScript. */
    public static final int BUG = 70;
    /** 128 and the number of SIGINT, as a shell reports it. */
    public static final int INTERRUPTED = 130;
    /** 128 and the number of SIGPIPE: nobody reads the program's output any more. */
    public static final int BROKEN_PIPE = 141;

    private ExitStatus() {}
}
