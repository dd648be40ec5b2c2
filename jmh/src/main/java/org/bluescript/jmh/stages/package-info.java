/**
 * Benchmarks of the host's stages, from text to what goes over the wire: one class for stages that belong together, one method a
 * stage. The input is the benchmark programs, one operation is a stage's work on all of them, and
 * {@link org.bluescript.jmh.stages.Lines} and {@link org.bluescript.jmh.stages.Bytes} count how much that is.
 */
package org.bluescript.jmh.stages;
