package org.bluescript.profiler.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The head that all our pages for browsers have. It makes a page that needs nothing else: no other file, no script, no network. It
 * follows the reader's choice of light or dark, and is legible on a telephone; a policy forbids the browser to load or to run
 * anything, whatever stands in the page.
 */
public final class PageHead {
    private PageHead() {}

    /** @param style what this kind of page adds to the style sheet of all; ours, not from elsewhere */
    public static void write(Markup page, String title, String style) {
        page.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src 'unsafe-inline'")
                .element("title", title)
                .open("style").verbatim("\n" + resource(PageHead.class, "report.css") + style).closeLine()
                .closeLine();
    }

    /** A text that stands beside a class. */
    public static String resource(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
