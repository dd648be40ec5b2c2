/**
 * What runs of a program have shown of its values, as data: for each function the types of its parameters, of its result and of
 * the values that expressions gave of which the checker knows no type. The interpreter observes, the profiler keeps and advises,
 * the backend specialises; all three find a value again by its {@link org.bluescript.language.profile.Sites number}.
 */
package org.bluescript.language.profile;
