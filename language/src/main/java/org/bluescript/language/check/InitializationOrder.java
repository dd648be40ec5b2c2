package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;

/**
 * Finds calls at the top level of functions that use a global whose declaration has not run yet. Direct calls, creations and
 * calls of methods (of the class that the static type names) are followed; calls of closures are not.
 */
final class InitializationOrder {
    private final Round round;
    private final ModuleScope module;
    private final Map<FunctionId, Set<Global>> used = new HashMap<>();

    InitializationOrder(Round round, ModuleScope module) {
        this.round = round;
        this.module = module;
    }

    void check(List<TypedStatement> topLevel) {
        Set<Global> pending = new HashSet<>();
        for (VariableSymbol global : module.globals()) {
            if (global.global().initializer().isPresent() && global.variable() instanceof Global g) {
                pending.add(g);
            }
        }
        for (TypedStatement statement : topLevel) {
            if (!pending.isEmpty()) {
                TreeWalk.expressions(statement, e -> check(e, pending));
            }
            if (statement instanceof TypedStatement.Evaluate e
                    && e.expression() instanceof TypedExpression.Write w
                    && w.variable() instanceof Global g) {
                pending.remove(g);
            }
        }
    }

    private void check(TypedExpression expression, Set<Global> pending) {
        callee(expression).flatMap(f -> usedBy(f).stream().filter(pending::contains).findFirst()).ifPresent(g -> {
            pending.remove(g);
            round.error(
                    expression.span(),
                    "this call uses \"" + g.name() + "\" before its declaration",
                    "call it after the declaration of \"" + g.name() + "\"");
        });
    }

    private Optional<FunctionId> callee(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Call e -> Optional.of(e.function());
            case TypedExpression.MethodCall e -> Optional.of(e.method().implementation());
            case TypedExpression.New e ->
                Optional.ofNullable(round.classOf(e.type())).map(ClassDeclarations::constructorOf);
            default -> Optional.empty();
        };
    }

    /** The globals that a call of the function reads, itself or through what it calls. */
    private Set<Global> usedBy(FunctionId start) {
        Set<Global> known = used.get(start);
        if (known != null) {
            return known;
        }
        Set<Global> result = new LinkedHashSet<>();
        Set<FunctionId> seen = new LinkedHashSet<>(List.of(start));
        List<FunctionId> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            TypedFunction function = round.functions().get(open.removeLast());
            if (function != null) {
                TreeWalk.expressions(function.body(), e -> {
                    if (e instanceof TypedExpression.Read r && r.variable() instanceof Global g) {
                        result.add(g);
                    }
                    callee(e).filter(seen::add).ifPresent(open::add);
                });
            }
        }
        used.put(start, result);
        return result;
    }
}
