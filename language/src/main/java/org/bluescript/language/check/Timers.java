package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.modules.ParsedModule;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.PrimitiveType;

/**
 * What a program with timers has more than others: the names of their functions, which stand in a module of the library, and the
 * call that runs the timers when the last module has ended.
 */
final class Timers {
    /** So many arguments are handed on to a handler. */
    static final int HANDED_ON = 4;

    private static final Set<String> NAMES = Set.of("setTimeout", "setInterval", "clearTimeout", "clearInterval");
    private static final Set<String> SETTING = Set.of("setTimeout", "setInterval");

    private final ModuleScope module;
    private final ParsedModule last;

    private Timers(ModuleScope module, ParsedModule last) {
        this.module = module;
        this.last = last;
    }

    /** Makes the functions of the module known to the program, which ends with the module {@code last}. */
    static Timers declare(ModuleScope module, Scope builtins, ParsedModule last) {
        NAMES.forEach(name -> builtins.declare(name, new BuiltinSymbol(name, false)));
        return new Timers(module, last);
    }

    /** Whether it is one of the functions that are about timers. */
    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /**
     * Whether the expression sets a timer. The type of its value is known before its arguments are, which may be about the very
     * variable that takes it: {@code const id = setInterval(() => clearInterval(id), 5)}.
     */
    static boolean isSetBy(Expression e, Scope scope) {
        return e instanceof Expression.Call call
                && call.callee() instanceof Expression.Identifier callee
                && SETTING.contains(callee.name())
                && scope.find(callee.name()).filter(BuiltinSymbol.class::isInstance).isPresent();
    }

    /** The function for a call with so many arguments; nothing if there are more than it hands on. */
    Optional<FunctionSymbol> function(String name, int arguments) {
        if (!SETTING.contains(name)) {
            return Optional.of(find(name));
        }
        return arguments > 2 + HANDED_ON ? Optional.empty() : Optional.of(find(name + "$" + Math.max(arguments, 2)));
    }

    /** Whether it is the module of their functions. */
    boolean areIn(ModuleScope candidate) {
        return candidate == module;
    }

    /** Whether it is the module at whose end they run. */
    boolean runAfter(ModuleScope candidate) {
        return candidate.parsed() == last;
    }

    /** What {@code time.delay} is in a function of the module; nothing if it is the machine's. */
    Optional<FunctionSymbol> delayIn(ModuleScope user) {
        return user == module ? Optional.empty() : Optional.of(find("delay"));
    }

    /** The statement that calls the handlers until no timer is left; {@code span} is where the program ends. */
    TypedStatement run(Round round, Span span) {
        FunctionSymbol function = find("runTimers");
        round.instances().use(function);
        return new TypedStatement.Evaluate(
                span, new TypedExpression.Call(span, function.id(), List.of(), PrimitiveType.VOID));
    }

    private FunctionSymbol find(String name) {
        return module.scope().findHere(name).map(FunctionSymbol.class::cast).orElseThrow();
    }
}
