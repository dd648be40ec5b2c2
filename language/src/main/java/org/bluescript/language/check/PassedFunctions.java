package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.FunctionNode;
import org.bluescript.language.ast.Name;
import org.bluescript.language.ast.Parameter;
import org.bluescript.language.ast.Statement;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.Type;

/**
 * Lets closures with fewer parameters than are wanted, and generic and built-in functions, be passed to the library by their names, as in
 * {@code a.map(f)}: what is passed is {@code x => f(x)}. Only there, because it is another function than {@code f}, which nobody
 * can see only where it is called and forgotten. For other declared functions see {@link Padding}.
 */
final class PassedFunctions {
    /** Functions of the language that take one value, and are no values themselves. */
    private static final Set<String> BUILT_IN = Set.of("String", "Number", "Boolean", "parseInt", "parseFloat", "isNaN");

    private final FunctionBody body;

    PassedFunctions(FunctionBody body) {
        this.body = body;
    }

    /** The call of a method of type {@code wanted}, the receiver first, with literals in place of names where that is needed. */
    Expression.Call adapted(Expression.Call call, FunctionType wanted) {
        List<Expression> result = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            boolean isFunction = i + 1 < wanted.fixed()
                    && Assignability.withoutNull(wanted.parameters().get(i + 1)) instanceof FunctionType;
            if (isFunction && argument instanceof Expression.Identifier name) {
                FunctionType parameter = (FunctionType) Assignability.withoutNull(wanted.parameters().get(i + 1));
                argument = parameters(name)
                        .filter(n -> n < parameter.fixed())
                        .map(n -> body.round().knowledge().wrapped(name, n, () -> literal(name, n)))
                        .orElse(argument);
            }
            result.add(argument);
        }
        return new Expression.Call(call.span(), call.callee(), call.typeArguments(), result);
    }

    /** How many parameters the function of this name has; nothing if it may become another while it is called. */
    private Optional<Integer> parameters(Expression.Identifier e) {
        return body.scope().find(e.name()).flatMap(symbol -> switch (symbol) {
            case FunctionSymbol s when s.generic().isPresent() -> count(s.signature());
            case VariableSymbol s when isFixed(s) ->
                count(s.isGlobal() ? body.round().globals().typeOf(s) : s.type());
            case BuiltinSymbol s when BUILT_IN.contains(s.name()) -> Optional.of(1);
            default -> Optional.empty();
        });
    }

    private boolean isFixed(VariableSymbol symbol) {
        boolean isReady = symbol.isGlobal() || symbol.isDeclared();
        return isReady
                && (symbol.isConstant()
                        || symbol.declaration()
                                .filter(d -> body.round().knowledge().knows(d, Knowledge.Fact.ASSIGNED))
                                .isEmpty());
    }

    private static Optional<Integer> count(Type type) {
        return type instanceof FunctionType f && !f.hasRest() ? Optional.of(f.fixed()) : Optional.empty();
    }

    private static Expression.Function literal(Expression.Identifier name, int count) {
        Span span = name.span();
        List<Parameter> parameters = new ArrayList<>();
        List<Expression> arguments = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String parameter = "argument$" + i;
            parameters.add(new Parameter(span, new Name(span, parameter), Optional.empty()));
            arguments.add(new Expression.Identifier(span, parameter));
        }
        Expression call = new Expression.Call(span, name, List.of(), arguments);
        Statement.Block block =
                new Statement.Block(span, List.of(new Statement.Return(span, Optional.of(call))));
        return new Expression.Function(
                span, new FunctionNode(span, List.of(), parameters, Optional.empty(), block, true), true);
    }
}
