/**
 * The syntax tree: the program as it was written, without names resolved or types known.
 *
 * <p>The parser makes it, the checker reads it, nothing changes it. Nodes are records in sealed families
 * ({@link org.bluescript.language.ast.Statement}, {@link org.bluescript.language.ast.Expression},
 * {@link org.bluescript.language.ast.TypeNode}, {@link org.bluescript.language.ast.ClassMember}), so that a walker that forgets one
 * does not compile. Every node has the {@link org.bluescript.language.source.Span} of all that belongs to it: an expression from
 * its first to its last token (parentheses around it excluded), a statement with its semicolon.
 *
 * <p>The tree holds valid syntax only in the sense of its shapes: an {@code Assignment} has a target that can be one, a template
 * one more string than expressions. A tree made from a file with mistakes has placeholders ({@code null} literals, the type
 * {@code any}) where something could not be read, and is not fit for checking. No tree is higher than a fixed number of levels
 * (see the parser), so that walkers may recurse.
 */
package org.bluescript.language.ast;
