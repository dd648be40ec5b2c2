/**
 * Generated programs as trees: just enough structure to print them, to say on which line what stands, and to make them
 * smaller. What the text means is the checker's business: a tree that has become wrong is found out by checking its text.
 */
package org.bluescript.cli.fuzz.text;
