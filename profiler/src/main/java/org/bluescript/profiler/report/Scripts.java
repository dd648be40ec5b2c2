package org.bluescript.profiler.report;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bluescript.language.source.SourceFile;

/** The sources that a {@code .cpuprofile} mentions: numbered from 1 in the order in which they are asked for. */
final class Scripts {
    private final Function<SourceFile, String> url;
    private final Map<SourceFile, String> ids = new HashMap<>();

    Scripts(Function<SourceFile, String> url) {
        this.url = url;
    }

    String id(SourceFile file) {
        return ids.computeIfAbsent(file, f -> String.valueOf(ids.size() + 1));
    }

    /** Where a viewer finds it; nothing for the language's own library, which it shall not look for. */
    String url(SourceFile file) {
        return file.isBuiltIn() ? "" : url.apply(file);
    }
}
