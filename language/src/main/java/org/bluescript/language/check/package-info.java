/**
 * The type checker: from the syntax trees of a program's modules to its typed tree.
 *
 * <p>{@link org.bluescript.language.check.TypeChecker} goes over the whole program in <em>rounds</em>. Most programs need one or
 * two. A round that needs to know something that only shows further on (whether a closure will assign this variable; what a
 * recursive function gives) goes by what {@link org.bluescript.language.check.Knowledge} has from earlier rounds; if that
 * turns out to have been wrong, its results and messages are dropped and another round follows. So there is one walk over
 * the tree, which checks and builds the typed tree at the same time, and no separate analyses that could disagree with it.
 *
 * <p>Within a round, {@code ModuleDeclarations} makes the names of a module known; {@code ModuleChecker} checks its statements,
 * then the bodies of its functions and classes. For each body there is a {@code FunctionBody}, which holds the place where
 * the check stands: the scope, and the {@code Flow} of what is certain there (types narrowed by tests, variables without
 * a value, whether control can come there at all). {@code StatementChecker} and {@code ExpressionChecker} work on it with
 * one class each for operators, conditions, assignments, members, calls, arrays, closures, casts, loops, switches.
 *
 * <p>Generic functions and classes become {@code Instances}, one for each list of type arguments, made when they are first needed
 * and checked like any other text, in a scope where the type parameters mean the arguments. Their text is moreover checked once
 * for placeholders, so that mistakes are found where they stand. The part of the library that is written in BlueScript
 * ({@code Prelude}) is made of nothing else.
 *
 * <p>An expression with a mistake in it gets the type {@code never}, which goes with everything: one mistake, one message. What
 * may be only the consequence of another mistake is reported when there is no other.
 */
package org.bluescript.language.check;
