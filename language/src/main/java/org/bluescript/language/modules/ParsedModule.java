package org.bluescript.language.modules;

import java.util.Map;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Module;

/**
 * A module after parsing.
 *
 * @param tree what could be read of it
 * @param imports the paths of the modules that its imports name, as far as they were found
 * @param broken whether it has syntax errors, so that {@code tree} lacks parts of it
 */
public record ParsedModule(
        ModuleSource source, Module tree, Map<Expression.StringLiteral, String> imports, boolean broken) {}
