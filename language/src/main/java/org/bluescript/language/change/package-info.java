/**
 * Collections that know what has changed in them. Whoever has state that may have to go back to what it was keeps it in what a
 * {@link org.bluescript.language.change.ChangeLog} makes; the log then gives, step by step, what has changed everywhere, and each
 * step can be reverted, and that again. A step costs as much as it has changed, however much there is. What is reverted is
 * exactly as it was before, order included, so that what is done next has the same results as if nothing had happened in between.
 */
package org.bluescript.language.change;
