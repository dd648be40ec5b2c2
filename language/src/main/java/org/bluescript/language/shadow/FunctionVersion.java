package org.bluescript.language.shadow;

/**
 * One compiled form of a function on the device.
 *
 * @param function the function, by module and name
 * @param number counts the forms of this function from 1
 * @param entry the address of its direct entry, with bit 0 set as calls want it
 * @param size bytes of code
 */
public record FunctionVersion(String function, int number, Address entry, int size) {}
