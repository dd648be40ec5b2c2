/**
 * The typed tree: what a program means, with nothing left to find out. It has two readers, the interpreter and the C
 * emitter, and neither adds meaning of its own. Therefore everything that the language defines is written down here:
 *
 * <ul>
 *   <li><b>Conversions</b> are nodes ({@link org.bluescript.language.typed.TypedExpression.Convert}). Both operands of an
 *       operator have the operator's operand type exactly; an argument, an initialiser, an assigned or returned value has
 *       exactly the representation of its target.
 *   <li><b>Checks</b> are nodes or parts of nodes (bounds, divisor, cast), and may be marked as proven away.
 *   <li><b>Evaluation order.</b> The operands of one node never interfere: whatever order a reader evaluates them in, the
 *       result, all effects, and which run-time error comes first are the same. Where the source says otherwise, the earlier
 *       operands have been taken out into temporaries ({@link org.bluescript.language.typed.TypedExpression.Let}), whose
 *       initialisers are evaluated strictly in order.
 *   <li><b>Variables.</b> A local that closures share and that changes after its capture lives in a heap cell
 *       ({@link org.bluescript.language.typed.Local#shared()}); any other captured variable is copied.
 *   <li><b>Sugar is gone:</b> for…of, compound assignment, {@code ++}, {@code &&}, {@code ||}, template literals,
 *       property initialisers, default constructors.
 * </ul>
 *
 * Every expression and statement keeps the span of the source it stands for; run-time errors and stack frames are
 * reported with it.
 */
package org.bluescript.language.typed;
