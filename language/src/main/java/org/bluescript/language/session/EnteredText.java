package org.bluescript.language.session;

import org.bluescript.language.parser.ParseOutcome;
import org.bluescript.language.parser.Parser;
import org.bluescript.language.source.Diagnostics;
import org.bluescript.language.source.SourceFile;

/**
 * A text that was entered, as it is to be read: as statements, or, if it begins like a block but is none, as an object literal.
 *
 * @param incomplete whether more text may make it right
 * @param mistakes of its syntax
 */
public record EnteredText(SourceFile file, boolean incomplete, Diagnostics mistakes) {
    /** Reads the text; {@code name} is that of the file in messages. */
    public static EnteredText read(String name, String text) {
        EnteredText asWritten = parsed(name, text);
        if (!text.stripLeading().startsWith("{") || !asWritten.mistakes().hasErrors()) {
            return asWritten;
        }
        EnteredText asObject = parsed(name, "(" + text + ")");
        boolean isObject = !asObject.mistakes().hasErrors() || parsed(name, "(" + text).incomplete() && !asWritten.incomplete();
        boolean isUnfinished = asObject.mistakes().hasErrors();
        return isObject && isUnfinished ? new EnteredText(asWritten.file(), true, asWritten.mistakes()) : isObject ? asObject : asWritten;
    }

    private static EnteredText parsed(String name, String text) {
        Diagnostics mistakes = new Diagnostics();
        SourceFile file = SourceFile.of(name, text);
        ParseOutcome outcome = Parser.parseText(file, mistakes);
        return new EnteredText(file, outcome.incomplete(), mistakes);
    }
}
