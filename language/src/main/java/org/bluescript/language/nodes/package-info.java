/**
 * Nodes that execute a typed program: one reader of the typed tree, after translation. A node does what its typed node says,
 * on the bytes of a {@link org.bluescript.language.machine.HostMachine}, and nothing else.
 *
 * <p><b>Values.</b> A node is asked for its value in the form that the static type has: {@code executeInteger} for integers
 * and for references, which are addresses, 0 being null; {@code executeFloat}; {@code executeBoolean}; {@code executeVoid}.
 * Nothing is boxed except arguments and results of calls. Locals lie in static frame slots, which need no tags.
 *
 * <p><b>Roots.</b> The collector must know every reference that a running function holds: each local of a reference type, and
 * each temporary that waits while something is evaluated that may allocate. {@link
 * org.bluescript.language.nodes.RootedNode} around the expression notes its value in the function's stretch of the root
 * stack; which expressions need it is the translator's decision, and functions that cannot allocate have no stretch.
 *
 * <p><b>Control.</b> Jumps and returns are {@link com.oracle.truffle.api.nodes.ControlFlowException}s, but for a return at the
 * end of a path through its function: {@code runTail} gives its value back.
 */
package org.bluescript.language.nodes;
