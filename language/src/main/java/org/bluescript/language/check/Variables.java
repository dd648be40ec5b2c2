package org.bluescript.language.check;

import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.ast.Name;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Makes, reads and writes variables. */
final class Variables {
    private final FunctionBody body;
    private final Round round;

    Variables(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    /** A local that lives in a cell if closures share it. */
    Local create(Name name, Type type) {
        Knowledge knowledge = round.knowledge();
        Local local = new Local(name.text(), type);
        boolean shared = knowledge.knows(name, Knowledge.Fact.CAPTURED)
                && knowledge.knows(name, Knowledge.Fact.ASSIGNED);
        if (shared || knowledge.knows(name, Knowledge.Fact.CAPTURED_EARLY)) {
            local.share();
        }
        return local;
    }

    /** Declares the name in the present scope; a second declaration is reported. */
    void declare(Name name, Symbol symbol) {
        declare(round, body.scope(), name, symbol);
    }

    static void declare(Round round, Scope scope, Name name, Symbol symbol) {
        if (!scope.declare(name.text(), symbol)) {
            round.error(name.span(), "\"" + name + "\" is already declared here");
        }
    }

    /** The value of the variable here. */
    TypedExpression read(Span span, VariableSymbol symbol) {
        if (!isUsable(span, symbol)) {
            return Nodes.unknown(span);
        }
        if (body.flow().isUnassigned(symbol)) {
            if (!body.module().isBroken()) {
                round.error(span, "\"" + symbol.name() + "\" is used before it has a value");
            }
            body.setFlow(body.flow().assign(symbol));
            return Nodes.unknown(span);
        }
        Path path = Path.of(symbol);
        Type type = body.expressions().paths().typeOf(path);
        if (Assignability.isUnknown(type)) {
            return Nodes.unknown(span);
        }
        if (symbol.literal().isPresent()) {
            return at(span, symbol.literal().get());
        }
        if (symbol.type().representation() == Representation.WORD && type.representation() != Representation.WORD) {
            TypedExpression word = new TypedExpression.Read(span, body.variableFor(symbol), symbol.type());
            return AnyConversions.narrowed(word, symbol.type(), type);
        }
        return new TypedExpression.Read(span, body.variableFor(symbol), type);
    }

    /** Stores the value, which has been coerced to the variable's type. */
    TypedExpression write(Span span, VariableSymbol symbol, TypedExpression value) {
        symbol.declaration().ifPresent(d -> {
            round.knowledge().learn(d, Knowledge.Fact.ASSIGNED);
            if (isElsewhere(symbol)) {
                round.knowledge().learn(d, Knowledge.Fact.ASSIGNED_ELSEWHERE);
            }
        });
        noteAssigned(symbol, value.type());
        if (Nodes.isUnknown(value) || Assignability.isUnknown(symbol.type())) {
            return Nodes.unknown(span);
        }
        return new TypedExpression.Write(span, body.variableFor(symbol), value);
    }

    /** Whether the function at hand is not the variable's own. */
    boolean isElsewhere(VariableSymbol symbol) {
        return symbol.isGlobal() ? !body.isTopLevel() : symbol.owner() != body;
    }

    /** The variable now has a value of type {@code given}: whatever was known of it is replaced by that. */
    void noteAssigned(VariableSymbol symbol, Type given) {
        Path path = Path.of(symbol);
        Flow flow = body.flow().forget(p -> p.root() == symbol).assign(symbol);
        if (body.expressions().paths().isNarrowable(symbol)
                && Unions.isUnion(symbol.type()) && !Assignability.isNullable(given)
                && !Assignability.isUnknown(given)) {
            flow = flow.narrow(path, given);
        }
        body.setFlow(flow);
    }

    /** Whether the variable may be used here at all; if not, says why. Finds its type if nobody has yet. */
    boolean isUsable(Span span, VariableSymbol symbol) {
        if (symbol.isGlobal()) {
            boolean early = body.isTopLevel() && symbol.global().module() == body.module() && !symbol.isDeclared();
            if (early) {
                reportEarly(span, symbol);
                return false;
            }
            round.globals().typeOf(symbol);
            return true;
        }
        if (symbol.isDeclared()) {
            return true;
        }
        if (symbol.owner() == body) {
            reportEarly(span, symbol);
            return false;
        }
        if (body.noteCapture(symbol)) {
            return false;
        }
        return isUsableEarly(span, symbol);
    }

    /**
     * A closure may use a constant that is declared further down (or that it is itself) if that is a function whose type can
     * be seen at once: it cannot be called before it is made without being noticed. So it may a variable that takes a timer, which
     * is 0, no timer, until then, and one whose initialiser it stands in, as in {@code const off = on(() => off())}.
     */
    private boolean isUsableEarly(Span span, VariableSymbol symbol) {
        boolean isFunction = symbol.isFunction()
                || symbol.isConstant()
                        && symbol.initializer().filter(Expression.Function.class::isInstance).isPresent();
        boolean isTimer = symbol.initializer().filter(i -> Timers.isSetBy(i, body.scope())).isPresent();
        boolean isOwn = symbol.initializer().filter(i -> contains(i.span(), span)).isPresent();
        if (!isFunction && !isTimer && !isOwn) {
            reportEarly(span, symbol);
            return false;
        }
        Name declaration = symbol.declaration().orElseThrow();
        boolean isNews = isOwn && !round.knowledge().knows(declaration, Knowledge.Fact.CAPTURED_EARLY);
        round.knowledge().learn(declaration, Knowledge.Fact.CAPTURED_EARLY);
        if (isOwn && !isFunction && !isTimer && !isNews && symbol.type() == null) {
            // Its type could not be found without that of the closure.
            reportEarly(span, symbol);
            return false;
        }
        if (isTimer || isOwn && !isFunction) {
            return symbol.type() != null;
        }
        if (symbol.type() == null) {
            Optional<FunctionType> type = signature((Expression.Function) symbol.initializer().get());
            if (type.isEmpty()) {
                round.error(
                        span,
                        "the type of \"" + symbol.name() + "\" is not known here",
                        "declare the types of its parameters and of its result");
                symbol.bind(new Local(symbol.name(), PrimitiveType.NEVER));
            } else {
                symbol.bind(new Local(symbol.name(), type.get()));
            }
        }
        return true;
    }

    private static boolean contains(Span whole, Span part) {
        return whole.file() == part.file() && whole.start() <= part.start() && part.end() <= whole.end();
    }

    /** The type of a function literal that declares the types of its parameters and of its result. */
    Optional<FunctionType> signature(Expression.Function function) {
        return round.onTrial(() -> body.types().signature(function.function()));
    }

    private void reportEarly(Span span, VariableSymbol symbol) {
        if (symbol.isFunction()) {
            round.error(
                    span,
                    "\"" + symbol.name() + "\" uses a variable that is declared further down",
                    "use it after that declaration");
            return;
        }
        round.error(span, "\"" + symbol.name() + "\" is used before its declaration");
    }

    private static TypedExpression at(Span span, TypedExpression literal) {
        return switch (literal) {
            case TypedExpression.IntegerConstant c -> new TypedExpression.IntegerConstant(span, c.value(), c.type());
            case TypedExpression.FloatConstant c -> new TypedExpression.FloatConstant(span, c.value());
            case TypedExpression.BooleanConstant c -> new TypedExpression.BooleanConstant(span, c.value());
            default -> literal;
        };
    }
}
