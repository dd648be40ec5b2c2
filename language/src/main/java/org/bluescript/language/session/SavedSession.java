package org.bluescript.language.session;

import java.util.List;
import org.bluescript.language.machine.SessionImage;

/**
 * A session, as it can be kept: its lines, so that what they declare can be found out again, and its memory.
 *
 * @param lines the number of the last line
 * @param growth how much static data there was when unused functions were given up last
 * @param fingerprint of what the lines declare and where: if it comes out otherwise, the memory means something else
 */
public record SavedSession(List<Entry> entries, SessionImage image, int lines, int growth, int fingerprint) {}
