/**
 * From a typed program to places in data memory: the shape of instances, the method tables, and everything that exists before
 * the program runs. Both readers of the typed tree use it, so that they work on the same bytes.
 */
package org.bluescript.language.layout;
