/**
 * What {@code bluescript doctor} finds out: which tools, firmware builds and ports there are, and how to get those that
 * are missing. Looks only at this machine; starts no board.
 */
package org.bluescript.cli.doctor;
