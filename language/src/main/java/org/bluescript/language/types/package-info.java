/**
 * The static types. They are plain values without behaviour of their own: what may be assigned to what is the business of
 * the type checker, where a value lies in memory that of the layout.
 */
package org.bluescript.language.types;
