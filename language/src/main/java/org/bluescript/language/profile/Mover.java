package org.bluescript.language.profile;

import java.util.List;
import java.util.Map;
import org.bluescript.language.typed.FunctionId;

/** Decides which functions of a session the board runs though the host could as well. The same traffic gives the same decision. */
@FunctionalInterface
public interface Mover {
    /** Leaves all where they are. */
    Mover NONE = traffic -> List.of();

    /**
     * What is to move now.
     *
     * @param traffic of the functions that have called the board or run there, but for those of which somebody else has decided
     */
    List<Move> next(Map<FunctionId, Traffic> traffic);
}
