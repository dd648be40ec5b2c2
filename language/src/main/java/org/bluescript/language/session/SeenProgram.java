package org.bluescript.language.session;

import java.util.Map;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.tiers.Whereabouts;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;

/**
 * What a session has shown of its functions.
 *
 * @param program what it has come to
 * @param profile what the values were in what the host has run
 * @param whereabouts of all functions of the program
 */
public record SeenProgram(TypedProgram program, Profile profile, Map<FunctionId, Whereabouts> whereabouts) {
    public SeenProgram {
        whereabouts = Map.copyOf(whereabouts);
    }
}
