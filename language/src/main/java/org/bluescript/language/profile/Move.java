package org.bluescript.language.profile;

import org.bluescript.language.typed.FunctionId;

/**
 * A function of a session is to run elsewhere from its next call on.
 *
 * @param toBoard whether on the board; on the host, if not
 * @param reason as the user is told it, behind "because"
 */
public record Move(FunctionId function, boolean toBoard, String reason) {}
