/** Six of the benchmark programs, written by hand in Java, to compare the interpreter with. */
package org.bluescript.jmh.twins;
