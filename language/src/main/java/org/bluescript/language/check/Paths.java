package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.InterfaceType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/** Finds the paths that written expressions denote, and what is known of them. */
final class Paths {
    private final FunctionBody body;

    Paths(FunctionBody body) {
        this.body = body;
    }

    /** The path that the expression reads (or has just written), if it is one. */
    Optional<Path> find(Expression expression) {
        return switch (expression) {
            case Expression.This e -> body.receiver().map(Path::of);
            case Expression.Identifier e -> variable(body.scope().find(e.name()));
            case Expression.NonNull e -> find(e.operand());
            case Expression.OptionalChain e -> find(e.chain());
            case Expression.OptionalLink e -> find(e.object());
            case Expression.Assignment e when e.operator().isEmpty() -> find(e.target());
            case Expression.Member e -> member(e);
            default -> Optional.empty();
        };
    }

    /** As {@link #find}, if what a test says of the path stays true until the path is written. */
    Optional<Path> findNarrowable(Expression expression) {
        return find(expression).filter(path -> isNarrowable(path.root()));
    }

    /** Whether only the function at hand changes the variable, or, for a global, calls at most. */
    boolean isNarrowable(VariableSymbol variable) {
        return variable.isGlobal() || !isAssignedElsewhere(variable);
    }

    /** Whether code elsewhere, which a call may run, can change what the path leads to. */
    boolean isChangedByCalls(Path path) {
        return path.root().isGlobal() && isAssignedElsewhere(path.root())
                || !path.fields().stream().allMatch(PropertySymbol::isReadonly);
    }

    private boolean isAssignedElsewhere(VariableSymbol variable) {
        return variable.declaration()
                .map(d -> body.round().knowledge().knows(d, Knowledge.Fact.ASSIGNED_ELSEWHERE))
                .orElse(false);
    }

    /** The narrowest type that is certain for the path here. */
    Type typeOf(Path path) {
        Type narrowed = body.flow().narrowed().get(path);
        return narrowed != null ? narrowed : declaredType(path);
    }

    Type declaredType(Path path) {
        if (!path.fields().isEmpty()) {
            return switch (path.fields().getLast()) {
                case FieldSymbol f -> body.round().globals().typeOf(f);
                case ShapeMember m -> m.type();
            };
        }
        VariableSymbol root = path.root();
        return root.isGlobal() ? body.round().globals().typeOf(root) : root.type();
    }

    private Optional<Path> variable(Optional<Symbol> symbol) {
        return symbol.filter(VariableSymbol.class::isInstance)
                .map(VariableSymbol.class::cast)
                .filter(v -> v.isGlobal() || v.type() != null)
                .map(Path::of);
    }

    private Optional<Path> member(Expression.Member member) {
        Optional<VariableSymbol> inNamespace =
                body.expressions().members().namespaces().variable(member);
        if (inNamespace.isPresent()) {
            return inNamespace.map(Path::of);
        }
        return find(member.object()).flatMap(object ->
                property(Assignability.withoutNull(typeOf(object)), member.name().text()).map(object::member));
    }

    private Optional<? extends PropertySymbol> property(Type type, String name) {
        return switch (type) {
            case ClassType t -> Optional.ofNullable(body.round().classOf(t)).flatMap(c -> c.findField(name));
            case InterfaceType t -> body.round().interfaceOf(t).find(name).filter(m -> !m.isMethod());
            case UnionType t -> body.round().shapes().common(t).flatMap(i -> property(i, name));
            default -> Optional.empty();
        };
    }
}
