package org.bluescript.cli.fuzz.make;

import java.util.List;

/** A type of objects, as generated statements see it. */
sealed interface Shape permits ClassShape, InterfaceShape {
    /** As a type is written: of some it is all that they say. */
    String name();

    /** Inherited ones too. */
    List<Variable> fields();

    /** Each name once, inherited ones too. */
    List<FunctionShape> methods();

    /** Whether its objects may stand where those of the other are wanted. */
    boolean fits(Shape wanted);

    /** The shortest expression of exactly this type. */
    String fallback();
}
