/**
 * The shadow machine: the host's picture of the device. It knows the memory map, what of it is free, the bytes of data memory
 * and whether they are still true, and the formats in which objects, the heap and tagged words are laid out there. It knows
 * neither syntax nor types; what lies where is decided in the layout package.
 *
 * <p>The device is right: a picture is changed by making a copy, changing the copy, and letting it take the place of the old
 * one when the device has acknowledged.
 */
package org.bluescript.language.shadow;
