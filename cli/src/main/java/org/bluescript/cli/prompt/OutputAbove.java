package org.bluescript.cli.prompt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.bluescript.link.frame.VisibleText;

/** What a program prints while somebody types: it goes above the line that is being typed. At other times it goes where it usually does. */
public final class OutputAbove extends OutputStream {
    private final OutputStream usual;
    private final Predicate<String> above;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    /** @param above shows a text above the line that is being typed, and tells whether there is one */
    public OutputAbove(OutputStream usual, Predicate<String> above) {
        this.usual = usual;
        this.above = above;
    }

    @Override
    public void write(int octet) {
        waiting.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        waiting.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (bytes.length > 0 && !above.test(VisibleText.of(text).stripTrailing())) {
            usual.write(bytes);
        }
        usual.flush();
    }
}
