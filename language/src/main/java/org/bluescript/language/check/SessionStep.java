package org.bluescript.language.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedModule;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.types.ClassType;

/**
 * What a line of a session means, and what the session's program becomes by it.
 *
 * @param program everything that there is with the line, of which {@code modules} are those that have to run, the line last
 * @param functions the functions that the line brings, new ones and others in the place of old ones
 * @param replaces whether the line changes what older functions rely on: bodies, classes, what implements an interface
 * @param value the expression whose value the line has, if it ends with one
 * @param remaking the classes whose text the line replaces, with instances laid out otherwise
 * @param declared names that are declared if the line ends well
 */
public record SessionStep(
        TypedProgram program,
        Map<FunctionId, TypedFunction> functions,
        boolean replaces,
        Optional<TypedExpression> value,
        Optional<Global> valuePlace,
        Set<ClassType> remaking,
        List<String> declared) {
    /** The line's own module. */
    public TypedModule line() {
        return program.modules().getLast();
    }
}
