package org.bluescript.language.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.bluescript.language.ast.TypeNode;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;

/** An interface or object type. */
final class InterfaceSymbol implements Symbol {
    private final InterfaceType type;
    private final ModuleScope module;
    private final Span span;
    private final List<TypeNode.Named> bases;
    private final List<TypeNode.Member> written;
    private final Map<String, ShapeMember> members = new LinkedHashMap<>();
    private Optional<BiFunction<List<Type>, Span, Type>> instances = Optional.empty();
    private boolean resolved;

    InterfaceSymbol(
            InterfaceType type, ModuleScope module, Span span, List<TypeNode.Named> bases, List<TypeNode.Member> written) {
        this.type = type;
        this.module = module;
        this.span = span;
        this.bases = bases;
        this.written = written;
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public String kind() {
        return "interface";
    }

    InterfaceType type() {
        return type;
    }

    ModuleScope module() {
        return module;
    }

    /** Where it was written. */
    Span span() {
        return span;
    }

    List<TypeNode.Named> bases() {
        return bases;
    }

    List<TypeNode.Member> written() {
        return written;
    }

    /** Inherited ones first; complete once the declarations of the module have been resolved. */
    Map<String, ShapeMember> members() {
        return members;
    }

    Optional<ShapeMember> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Gives what the generic text that this was made of is for other type arguments, if it was; with the place of the use. */
    Optional<BiFunction<List<Type>, Span, Type>> instances() {
        return instances;
    }

    void setInstances(BiFunction<List<Type>, Span, Type> others) {
        instances = Optional.of(others);
    }

    /** Whether the members are known, or being found right now. */
    boolean isResolved() {
        return resolved;
    }

    void setResolved() {
        resolved = true;
    }
}
