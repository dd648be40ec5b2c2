/**
 * The programs of others that BlueScript starts: which they are, where they are, how to get them, and how to run one to
 * its end. What is wrong with one is told by a {@link org.bluescript.backend.tools.ToolchainProblem}, never by a raw
 * exception of the operating system.
 */
package org.bluescript.backend.tools;
