package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Global;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;

/**
 * Finds calls at the top level that may use a global whose declaration has not run yet. Followed are direct calls, creations,
 * method calls (to every method that may override the one that the static type names) and calls of closures: to every closure
 * that may exist by then and takes as many arguments. So a call may be refused that would not use the global, but none is
 * accepted that would.
 */
final class InitializationOrder {
    private final Round round;
    private final ModuleScope module;
    /** Functions that may have become values by the statement that is being looked at. */
    private final Set<FunctionId> values = new LinkedHashSet<>();

    InitializationOrder(Round round, ModuleScope module) {
        this.round = round;
        this.module = module;
    }

    void check(List<TypedStatement> topLevel) {
        Set<Global> pending = new HashSet<>();
        for (VariableSymbol global : module.globals()) {
            boolean isNew = !round.settled().knows(global);
            if (isNew && global.global().initializer().isPresent() && global.variable() instanceof Global g) {
                pending.add(g);
            }
        }
        for (TypedStatement statement : topLevel) {
            if (pending.isEmpty()) {
                return;
            }
            addValues(statement);
            TreeWalk.expressions(statement, e -> check(e, pending));
            if (statement instanceof TypedStatement.Evaluate e
                    && e.expression() instanceof TypedExpression.Write w
                    && w.variable() instanceof Global g) {
                pending.remove(g);
            }
        }
    }

    private void check(TypedExpression call, Set<Global> pending) {
        for (TypedFunction function : reachedFrom(call)) {
            Optional<Global> early = globalsRead(function).stream().filter(pending::contains).findFirst();
            if (early.isPresent()) {
                String name = early.get().name();
                pending.remove(early.get());
                round.error(
                        call.span(),
                        "this call " + (isDirect(call) ? "uses" : "may use") + " \"" + name + "\" before its declaration",
                        "call it after the declaration of \"" + name + "\"");
                return;
            }
        }
    }

    private static boolean isDirect(TypedExpression call) {
        return switch (call) {
            case TypedExpression.ClosureCall e -> false;
            case TypedExpression.DynamicCall e -> false;
            case TypedExpression.DynamicMethodCall e -> false;
            default -> true;
        };
    }

    /** Notes the closures that the statement makes, itself or in the functions that it may call. */
    private void addValues(TypedStatement statement) {
        int before;
        do {
            before = values.size();
            TreeWalk.expressions(statement, e -> {
                valueMade(e).ifPresent(values::add);
                reachedFrom(e).forEach(f -> TreeWalk.expressions(f.body(), x -> valueMade(x).ifPresent(values::add)));
            });
        } while (values.size() > before);
    }

    private static Optional<FunctionId> valueMade(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.MakeClosure e -> Optional.of(e.function());
            case TypedExpression.FunctionReference e -> Optional.of(e.function());
            default -> Optional.empty();
        };
    }

    /** The functions that may run because of a call; none if the expression is no call. */
    private List<TypedFunction> reachedFrom(TypedExpression call) {
        Set<FunctionId> seen = new LinkedHashSet<>(callees(call));
        List<FunctionId> open = new ArrayList<>(seen);
        List<TypedFunction> result = new ArrayList<>();
        while (!open.isEmpty()) {
            TypedFunction function = round.functions().get(open.removeLast());
            if (function != null) {
                result.add(function);
                TreeWalk.expressions(
                        function.body(), e -> callees(e).stream().filter(seen::add).forEach(open::add));
            }
        }
        return result;
    }

    private Set<FunctionId> callees(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Call e -> {
                Set<FunctionId> behind = round.accessors().targets(e.function());
                yield behind.isEmpty() ? Set.of(e.function()) : behind;
            }
            case TypedExpression.MethodCall e -> overriding(e.method());
            case TypedExpression.ClosureCall e -> valuesOf(e.arguments().size());
            case TypedExpression.DynamicCall e -> values;
            case TypedExpression.DynamicMethodCall e -> named(e.name());
            case TypedExpression.DynamicRead e -> methods(GetSet.getter(e.name()));
            case TypedExpression.DynamicWrite e -> methods(GetSet.setter(e.name()));
            case TypedExpression.New e ->
                Optional.ofNullable(round.classOf(e.type()))
                        .map(c -> Set.of(ClassDeclarations.constructorOf(c)))
                        .orElse(Set.of());
            default -> Set.of();
        };
    }

    private Set<FunctionId> valuesOf(int parameters) {
        Set<FunctionId> result = new LinkedHashSet<>();
        for (FunctionId value : values) {
            TypedFunction function = round.functions().get(value);
            if (function != null && function.parameters().size() == parameters) {
                result.add(value);
            }
        }
        return result;
    }

    private Set<FunctionId> overriding(Method method) {
        Set<FunctionId> result = new LinkedHashSet<>(Set.of(method.implementation()));
        ClassSymbol owner = round.classOf(method.owner());
        for (ClassSymbol c : round.classes().values()) {
            if (owner != null && c.inheritsFrom(owner)) {
                c.implementation(method.name()).map(FunctionSymbol::id).ifPresent(result::add);
            }
        }
        return result;
    }

    /** What a call of a method, or of a function in a property, may run that is only known by its name. */
    private Set<FunctionId> named(String name) {
        Set<FunctionId> result = new LinkedHashSet<>(values);
        result.addAll(methods(name));
        result.addAll(methods(GetSet.getter(name)));
        return result;
    }

    private Set<FunctionId> methods(String name) {
        Set<FunctionId> result = new LinkedHashSet<>();
        for (ClassSymbol c : round.classes().values()) {
            Optional.ofNullable(c.methods().get(name)).map(FunctionSymbol::id).ifPresent(result::add);
        }
        return result;
    }

    private static Set<Global> globalsRead(TypedFunction function) {
        Set<Global> result = new LinkedHashSet<>();
        TreeWalk.expressions(function.body(), e -> {
            if (e instanceof TypedExpression.Read r && r.variable() instanceof Global g) {
                result.add(g);
            }
        });
        return result;
    }
}
