/** Benchmarks of the host: the benchmark programs on the interpreter, against plain Java. */
package org.bluescript.jmh;
