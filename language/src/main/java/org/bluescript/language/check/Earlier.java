package org.bluescript.language.check;

import java.util.List;
import java.util.Map;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Statement;

/**
 * What a module declares by statements that do not stand in its text, because they were entered before it.
 *
 * @param statements each declares something
 * @param paths by name, the path in the identity of what is declared under it, where that is not the module's own
 * @param imports the paths of the modules that the imports among the statements name
 */
record Earlier(List<Statement> statements, Map<String, String> paths, Map<Expression.StringLiteral, String> imports) {
    static final Earlier NOTHING = new Earlier(List.of(), Map.of(), Map.of());
}
