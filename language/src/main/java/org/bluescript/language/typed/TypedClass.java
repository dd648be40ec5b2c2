package org.bluescript.language.typed;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.source.Span;
import org.bluescript.language.types.ClassType;

/**
 * A class.
 *
 * @param fields the properties declared here, in declaration order; inherited ones come before them in memory
 * @param methods the methods declared here; one with the name of an inherited method overrides it and has the same
 *     parameter representations and result representation
 * @param constructor explicit or made by the checker; runs the superclass's constructor, then the property initialisers,
 *     then the body
 */
public record TypedClass(
        ClassType type,
        Optional<ClassType> superclass,
        List<Field> fields,
        List<Method> methods,
        FunctionId constructor,
        Span span) {}
