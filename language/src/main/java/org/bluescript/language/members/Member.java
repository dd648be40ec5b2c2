package org.bluescript.language.members;

import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Method;

/** What a name leads to in instances of certain classes, when it is used in a certain way. */
public sealed interface Member {
    /** A property that lies in the instance. */
    record Property(Field field) implements Member {}

    /** A method that is called. */
    record Callable(Method method) implements Member {}

    /** A method that gives the value of a property. */
    record Getter(Method method) implements Member {}

    /** A method that stores the value of a property. */
    record Setter(Method method) implements Member {}
}
