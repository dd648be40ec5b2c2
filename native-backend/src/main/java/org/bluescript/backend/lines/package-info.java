/**
 * Code for a program that grows: units of a few functions, each compiled when it comes and linked to wherever there is room for it.
 * What units know of each other are entries and data, whose addresses stay; see {@link org.bluescript.language.layout.GrowingLayout}.
 */
package org.bluescript.backend.lines;
