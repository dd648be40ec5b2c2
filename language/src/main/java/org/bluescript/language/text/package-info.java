/**
 * How values look as text: the one place on the host that decides what a program prints.
 *
 * <p>The device has a C implementation of the same rules for the values that it must turn into strings itself;
 * a value printed directly is sent as it is and becomes text here. Both must give the same bytes.
 */
package org.bluescript.language.text;
