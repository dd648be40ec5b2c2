package org.bluescript.language.interpreter;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;

/** From places as the checker knows them to places as Truffle and its tools know them. */
final class SourceSections {
    private final Map<SourceFile, Source> sources = new IdentityHashMap<>();

    /** A file that Truffle has given a source for. */
    void add(SourceFile file, Source source) {
        sources.put(file, source);
    }

    SourceSection of(Span span) {
        Source source = sources.computeIfAbsent(span.file(), f ->
                Source.newBuilder(BlueScriptLanguage.ID, f.text(), f.name())
                        .internal(f.isBuiltIn())
                        .build());
        return source.createSection(span.start(), span.end() - span.start());
    }
}
