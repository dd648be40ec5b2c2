package org.bluescript.language.source;

/** A stretch of a source file: offsets into its text, {@code end} excluded. */
public record Span(SourceFile file, int start, int end) {
    /** The smallest span that holds this one and {@code other}, which must be of the same file. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The empty span behind this one. */
    public Span after() {
        return new Span(file, end, end);
    }

    /** Where the span begins. */
    public Position position() {
        return file.position(start);
    }

    public String text() {
        return file.text().substring(start, end);
    }

    /** {@code path:line:column}, as every message begins. */
    @Override
    public String toString() {
        return file.name() + ":" + position();
    }
}
