package org.bluescript.language.check;

import java.util.List;
import java.util.Optional;

import org.bluescript.language.ast.Expression;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.Type;

/** Resolves members of what is no value itself: modules, classes, enums and built-in objects. */
final class Namespaces {
    /** What a member of a namespace is. */
    sealed interface Found {}

    record OfSymbol(Symbol symbol) implements Found {}

    /** A static property that is not stored. */
    record OfAccessors(GetSet property) implements Found {}

    record OfEnum(EnumSymbol of, int value) implements Found {}

    record OfBuiltin(String namespace, String name) implements Found {}

    /** There is no such member; that has been reported. */
    record Missing() implements Found {}

    private final FunctionBody body;
    private final Round round;

    Namespaces(FunctionBody body) {
        this.body = body;
        this.round = body.round();
    }

    /** What the expression names, if it is a name or a member of a module. */
    Optional<Symbol> symbolOf(Expression expression) {
        return switch (expression) {
            case Expression.Identifier e -> body.scope().find(e.name());
            case Expression.Member e -> symbolOf(e.object())
                    .filter(ModuleSymbol.class::isInstance)
                    .map(s -> ((ModuleSymbol) s).module())
                    .map(m -> m.exports().get(e.name().text()));
            default -> Optional.empty();
        };
    }

    /** The variable that the member is, if it is one; reports nothing. */
    Optional<VariableSymbol> variable(Expression.Member member) {
        return symbolOf(member.object())
                .flatMap(s -> switch (s) {
                    case ModuleSymbol m when m.module() != null ->
                        Optional.ofNullable(m.module().exports().get(member.name().text()));
                    case ClassSymbol c -> c.findStatic(member.name().text());
                    case GenericClass c -> c.statics().findStatic(member.name().text());
                    default -> Optional.empty();
                })
                .filter(VariableSymbol.class::isInstance)
                .map(VariableSymbol.class::cast);
    }

    /** What the member is, if its object is a namespace; nothing if it is a value. */
    Optional<Found> find(Expression.Member member) {
        return symbolOf(member.object()).flatMap(s -> switch (s) {
            case ModuleSymbol m -> Optional.of(inModule(m, member));
            case ClassSymbol c -> Optional.of(inClass(c, member));
            case GenericClass c -> Optional.of(inClass(c.statics(), member));
            case EnumSymbol e -> Optional.of(inEnum(e, member));
            case BuiltinSymbol b when b.isNamespace() || !BuiltinNames.members(b.name()).isEmpty() -> Optional.of(inBuiltin(b, member));
            default -> Optional.empty();
        });
    }

    private Found inModule(ModuleSymbol module, Expression.Member member) {
        String name = member.name().text();
        if (module.module() == null) {
            return new Missing();
        }
        Symbol symbol = module.module().exports().get(name);
        if (symbol != null) {
            return new OfSymbol(symbol);
        }
        if (!module.module().isBroken()) {
            round.error(
                    member.name().span(),
                    "the module \"" + module.module().path() + "\" exports no \"" + name + "\"",
                    Suggestion.of(name, module.module().exports().keySet()));
        }
        return new Missing();
    }

    private Found inClass(ClassSymbol of, Expression.Member member) {
        String name = member.name().text();
        Optional<Symbol> found = of.findStatic(name);
        if (found.isPresent()) {
            return Access.check(body, found.get(), member.name().span()) ? new OfSymbol(found.get()) : new Missing();
        }
        Optional<GetSet> accessors = of.findStaticAccessors(name);
        if (accessors.isPresent()) {
            return new OfAccessors(accessors.get());
        }
        boolean ofInstances = of.findField(name).isPresent() || of.findMethod(name).isPresent();
        round.error(
                member.name().span(),
                "the class \"" + of.name() + "\" has no static member \"" + name + "\"",
                ofInstances
                        ? Optional.of("\"" + name + "\" belongs to the instances of the class")
                        : Suggestion.of(name, of.statics().keySet()));
        return new Missing();
    }

    private Found inEnum(EnumSymbol of, Expression.Member member) {
        String name = member.name().text();
        Integer value = of.members().get(name);
        if (value != null) {
            return new OfEnum(of, value);
        }
        round.error(
                member.name().span(),
                "the enum \"" + of.name() + "\" has no member \"" + name + "\"",
                Suggestion.of(name, of.members().keySet()));
        return new Missing();
    }

    private Found inBuiltin(BuiltinSymbol of, Expression.Member member) {
        String name = member.name().text();
        if (BuiltinNames.members(of.name()).contains(name)) {
            return new OfBuiltin(of.name(), name);
        }
        round.error(
                member.name().span(),
                "\"" + of.name() + "\" has no member \"" + name + "\"",
                Suggestion.of(name, BuiltinNames.members(of.name())));
        return new Missing();
    }

    /** The value of a member of a namespace. */
    TypedExpression valueOf(Found found, Expression.Member member, Type expected) {
        return switch (found) {
            case OfSymbol s -> body.expressions().symbolValue(member.span(), s.symbol(), expected);
            case OfAccessors a ->
                new AccessorCalls(body, member.span(), member.name().span(), a.property(), true).read(List.of());
            case OfEnum e -> new TypedExpression.IntegerConstant(member.span(), e.value(), e.of().type());
            case OfBuiltin b -> BuiltinNames.constant(b.namespace() + "." + b.name())
                    .<TypedExpression>map(v -> new TypedExpression.FloatConstant(member.span(), v))
                    .orElseGet(() -> {
                        round.error(
                                member.span(),
                                "the built-in function \"" + member.span().text() + "\" is not a value",
                                "write (…) => " + member.span().text() + "(…)");
                        return Nodes.unknown(member.span());
                    });
            case Missing m -> Nodes.unknown(member.span());
        };
    }
}
