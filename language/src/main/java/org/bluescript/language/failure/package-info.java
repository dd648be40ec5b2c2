/**
 * What can go wrong while a program runs, named alike by the device, the interpreter and what is said to the user.
 */
package org.bluescript.language.failure;
