/**
 * Names that are resolved at run time. Of a value of type {@code any} nothing is known when the program is checked, but the
 * whole program is: which classes it makes instances of, and what these have under a name. {@link
 * org.bluescript.language.members.DynamicMembers} finds that; {@link org.bluescript.language.members.MemberAccess} is a way to use
 * a name, and {@link org.bluescript.language.members.Resolution} what it means for instances of certain classes, written as
 * a typed tree. Both readers build their code from these trees, the emitter as a test of the class and a branch for each
 * meaning, the interpreter as a cache that keeps the meanings it has met; so they agree.
 */
package org.bluescript.language.members;
