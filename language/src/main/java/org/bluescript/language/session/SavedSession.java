package org.bluescript.language.session;

import java.util.List;
import java.util.Map;
import org.bluescript.language.machine.SessionImage;
import org.bluescript.language.typed.FunctionId;

/**
 * A session, as it can be kept: its lines, so that what they declare can be found out again, and its memory.
 *
 * @param lines the number of the last line
 * @param growth how much static data there was when unused functions were given up last
 * @param fingerprint of what the lines declare and where: if it comes out otherwise, the memory means something else
 * @param wanted the functions of which the user has said where they are to run: whether on the board
 * @param profile what was seen of its functions, in a form that only those know who save and restore sessions; empty if nothing is kept
 */
public record SavedSession(
        List<Entry> entries, SessionImage image, int lines, int growth, int fingerprint, Map<FunctionId, Boolean> wanted, String profile) {
    /** The same, with what was seen of its functions. */
    public SavedSession with(String seen) {
        return new SavedSession(entries, image, lines, growth, fingerprint, wanted, seen);
    }
}
