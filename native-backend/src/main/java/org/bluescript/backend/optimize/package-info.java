/**
 * What the emitter can find out about a program to emit better C. Nothing here changes what a program means: an analysis says
 * which checks can be left out, and under which condition.
 */
package org.bluescript.backend.optimize;
