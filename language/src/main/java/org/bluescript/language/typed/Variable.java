package org.bluescript.language.typed;

import org.bluescript.language.types.Type;

/** Something that has a value while the program runs and can be read, and perhaps written. */
public sealed interface Variable permits Local, Global, Capture {
    String name();

    Type type();
}
