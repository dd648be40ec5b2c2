package org.bluescript.backend.specialize;

import java.util.List;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.types.Type;

/**
 * What callers know of the specialised version of a function.
 *
 * @param parameters the types of its parameters
 * @param result the type of its result
 * @param mayLeave whether it may be left with a result of another type
 */
record Version(FunctionId id, List<Type> parameters, Type result, boolean mayLeave) {}
