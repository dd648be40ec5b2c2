package org.bluescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The prompt on a pseudo-terminal, which {@code script} makes. */
class PromptTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final String INTERRUPT = "\u0003";
    private static final String END = "\u0004";

    @TempDir
    private Path folder;

    private Process process;
    private BufferedReader output;
    private OutputStream keys;
    private final StringBuilder seen = new StringBuilder();

    /** Tests that a shell runs in the background inherit that Ctrl-C is ignored, and the JVM leaves an ignored signal alone. */
    private void start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = String.join(" ", List.of(
                "stty rows 40 cols 100; exec env --default-signal=INT", quoted(java), "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dbluescript.terminals=in,out,err", "-Dbluescript.home=" + quoted(Installation.home().toString()), "-cp", quoted(System.getProperty("java.class.path")),
                "org.bluescript.cli.Main"));
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, "/dev/null");
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("NO_COLOR", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.redirectErrorStream(true).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        keys = process.getOutputStream();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    /** Reads until the text has come, behind what was awaited before. */
    private void await(String text) throws IOException {
        while (seen.indexOf(text) < 0) {
            int c = output.read();
            assertThat(c).as("end of output before \"%s\": %s", text, seen).isNotNegative();
            seen.append((char) c);
        }
        seen.setLength(0);
    }

    /** Enters a line, and waits for what it gives and for the prompt behind that. */
    private void enter(String line, String result) throws IOException {
        type(line + "\r");
        await(result);
        await("> ");
    }

    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void linesAreEvaluatedAndARunningOneCanBeStopped() throws Exception {
        start();
        await("> ");
        enter("1 + 2", "3: integer");
        type("function twice(n: integer) {\r");
        await("| ");
        enter("return n * 2 }", "\n");
        enter("twice(21)", "42: integer");
        enter("oops", "there is no \"oops\"");
        type("print(\"looping\"); for (;;) { }\r");
        await("looping\r\n");
        type(INTERRUPT);
        await("interrupted");
        await("> ");
        enter("_ + 1", "43: integer");
        enter(":type twice", "(a: integer) => integer");
        enter("[1, 2].len\t", "2: integer");
        enter(":no", "there is no command :no");
        finish();
    }

    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void sessionsAreTakenBackAndKept() throws Exception {
        start();
        await("> ");
        enter("function twice(n: integer) { return n * 2 }", "\n");
        enter("let list = [1]; print(\"made\")", "made\r\n");
        enter(":undo", "taken back: let list = [1]; print(\"made\"); what it printed remains");
        enter("list", "there is no \"list\"");
        enter(":redo", "done again: let list = [1]; print(\"made\"); what it printed is not repeated");
        enter(":redo", "there is nothing to do again");
        enter("let kept = twice", "\n");
        enter("let all = [kept]", "\n");
        enter(":heap [1]", "held by nothing but this line");
        enter(":heap all", "held by all");
        enter(":heap", "(program)");
        enter("function seen(x) { return x }", "\n");
        enter("seen(1)", "1: any");
        enter("seen(1.5)", "1.5: any");
        enter(":tier twice device", "\n");
        enter(":save " + folder.resolve("kept"), "\n");
        enter(":reset", "\n");
        enter("kept(4)", "there is no \"kept\"");
        enter(":restore " + folder.resolve("kept"), "\n");
        type(":profile seen\r");
        await("seen              interpreted        2");
        await("seen      (x: float | integer): float | integer");
        await("> ");
        enter(":tier twice", "twice runs on the board, because you want it so");
        enter("kept(4)", "8: integer");
        enter(":restore " + folder.resolve("none"), "there is no such file or folder");
        enter("kept(5)", "10: integer");
        finish();
    }

    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFileIsWatchedWhileALineIsTyped() throws Exception {
        Path file = folder.resolve("watched.bs");
        Files.writeString(file, "let count = 0\nfunction step() {\n    count += 1\n    return count\n}\n");
        start();
        await("> ");
        enter(":watch " + file, "\n");
        enter("step() + step()", "3: integer");
        type("count + 10");
        await("count + 10");
        Files.writeString(file, "let count = 0\nfunction step() {\n    count += 5\n    return count\n}\nprint(\"new \\u{1b}[2J\")\n");
        await("new \\x1b[2J");
        await("watched.bs: taken over");
        await("> count + 10");
        type("0\r");
        await("102: integer");
        await("> ");
        enter("step()", "7: integer");
        Files.writeString(file, "let count = 0\nfunction step() { return count.length }\n");
        await("not taken over");
        await("> ");
        enter("step()", "12: integer");
        enter(":unwatch", "\n");
        enter(":unwatch", "no file is watched");
        finish();
    }

    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void commandsDoWhatHelpSays() throws Exception {
        Path file = folder.resolve("loaded.bs");
        Files.writeString(file, "let loaded = n * 2\nprint(\"loaded\", loaded)\nnothing\nprint(\"never\")\n");
        start();
        await("> ");
        type(":help\r");
        for (String command : List.of(":type EXPRESSION", ":names", ":heap [EXPRESSION]", ":mem", ":time STATEMENTS", ":undo", ":redo", ":save FILE",
                ":restore FILE", ":code FUNCTION", ":tier FUNCTION", ":profile [FUNCTION]", ":load FILE", ":watch FILE", ":unwatch", ":reset", ":quit")) {
            await(command);
        }
        await("> ");
        enter("let n = 4", "\n");
        enter(":names", "variable n");
        enter(":type n + 0.5", "float");
        enter(":type", ":type needs EXPRESSION");
        enter(":names n", ":names takes nothing");
        enter(":mem", "bytes used");
        enter(":time n + 1", " ms");
        type(":load " + file + "\r");
        await("loaded 8");
        await("there is no \"nothing\"");
        await("> ");
        enter("loaded", "8: integer");
        enter(":load none.bs", "there is no file \"none.bs\" to read");
        enter(":watch none.bs", "there is no such file or folder");
        enter(":save /nowhere/x", "there is no such file or folder");
        enter(":restore " + file, "it is no saved session");
        enter("n", "4: integer");
        type(":quit\r");
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private void finish() throws Exception {
        type(END);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    @Timeout(value = PATIENCE_SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatRunsOnABoardCanBeStoppedAndALostBoardIsReplaced() throws Exception {
        start();
        await("> ");
        enter("let count = 1", "\n");
        enter("function add(n: integer): integer { code`${count} += ${n};`; return count }", "\n");
        enter("add(41)", "42: integer");
        enter(":undo", "taken back: add(41); what add did outside of memory stays");
        enter("count", "1: integer");
        enter(":undo", "taken back: count\r\n");
        enter(":redo", "done again: count\r\n");
        enter("function both() { print(add(40)); return add(1) }", "\n");
        enter("both()", "42: integer");
        enter(":undo", "taken back: both(); what it printed remains; what add did outside of memory stays");
        enter(":redo", "done again: both(); what it printed is not repeated; what add did outside of memory is not done again");
        enter("function endless() { print(\"looping\"); code`for (;;) { }` }", "\n");
        type("endless()\r");
        await("looping\r\n");
        type(INTERRUPT);
        await("interrupted");
        await("> ");
        enter("add(1)", "43: integer");
        type("add(");
        await("add(");
        process.descendants()
                .filter(p -> p.info().command().filter(c -> c.contains("qemu")).isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        await("the connection to the board is lost");
        await("the board is back");
        enter("2)", "45: integer");
        enter(":board", "connected");
        enter(":code add", "bx\tlr");
        enter("function half(n: float) { return n / 2 }", "\n");
        enter(":tier half", "half runs on this computer");
        enter(":tier half device", "\n");
        enter("half(3.0)", "1.5: float");
        enter(":tier half", "half runs on the board, because you want it so");
        enter(":tier half host", "\n");
        enter("half(5.0)", "2.5: float");
        enter("function scan(list) { let i = 0; while (i < list.length) { add(1); i++ } return list[0] }", "\n");
        enter("scan([1, 2, 3])", "1: any");
        enter("scan([1.5])", "1.5: any");
        type(":profile\r");
        await("function or loop  tier");
        await("on host  on device");
        await("add               generic 1");
        await("why       contains inline C");
        await("scan              interpreted");
        await("seen      (list: float[] | integer[]): float | integer");
        await("why       not moved: called the board 4 times in 2 calls");
        await("while, line");
        await("> ");
        type(":profile half\r");
        await("half              interpreted        1          1");
        await("why       you want it so");
        await("> ");
        enter(":profile nothing", "there is no function \"nothing\"");
        enter("scan(new Array(60))", ": any");
        enter(":tier scan", "because it called the board 50 times in 3 calls");
        finish();
    }
}
