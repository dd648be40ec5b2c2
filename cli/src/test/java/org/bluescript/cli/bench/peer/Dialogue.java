package org.bluescript.cli.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluescript.link.transport.Transport;

/**
 * The other end of a wire that says what it is told to: lines {@code > TEXT} are what must come, lines {@code < TEXT} what is answered
 * to it. {@code \n}, {@code \r}, {@code \\} and {@code \xHH} stand for characters; a line's end is none. Other lines are comments.
 */
final class Dialogue implements Transport {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:n|r|\\\\|x([0-9a-f]{2}))");

    private final Deque<String> lines = new ArrayDeque<>();
    private final LinkedBlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final StringBuilder unexpected = new StringBuilder();
    private String expected = "";

    Dialogue(List<String> text) {
        text.stream().filter(line -> line.startsWith("> ") || line.startsWith("< ")).forEach(lines::add);
        goOn();
    }

    /** What is still to be said, or what was said and should not have been; empty if all went as it should. */
    synchronized String rest() {
        return unexpected.isEmpty() ? expected + String.join("\n", lines) : "unexpected: " + unexpected + ", expected: " + expected;
    }

    @Override
    public synchronized void write(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        while (!text.isEmpty()) {
            int length = Math.min(text.length(), expected.length());
            if (length == 0 || !expected.startsWith(text.substring(0, length))) {
                unexpected.append(text);
                return;
            }
            text = text.substring(length);
            expected = expected.substring(length);
            goOn();
        }
    }

    /** Answers until something must come. */
    private void goOn() {
        while (expected.isEmpty() && !lines.isEmpty()) {
            String line = lines.remove();
            String text = characters(line.substring(2));
            if (line.startsWith(">")) {
                expected = text;
            } else {
                answers.add(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String characters(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(switch (match.group().charAt(1)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'x' -> String.valueOf((char) Integer.parseInt(match.group(1), 16));
            default -> "\\";
        }));
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            byte[] answer = answers.take();
            System.arraycopy(answer, 0, buffer, 0, answer.length);
            return answer.length == 0 ? -1 : answer.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        answers.add(new byte[0]);
    }

    @Override
    public String peer() {
        return "dialogue";
    }
}
