package org.bluescript.language.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.bluescript.language.members.BuiltinMembers;
import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.members.MemberAccess;
import org.bluescript.language.members.Operands;
import org.bluescript.language.members.Resolution;
import org.bluescript.language.members.Resolver;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.PrimitiveType;

/** What uses of names on words, and calls of words, come to: whatever they mean for one of the values that are asked. */
final class NameFlow {
    private final Flow flow;
    private final DynamicMembers members;
    private final BuiltinMembers builtins;
    private final Resolver resolver;
    /** What uses of names mean, for every meaning that they were found to have. */
    private final Map<TypedExpression, Map<Object, Meaning>> meanings = new IdentityHashMap<>();

    private final Map<Meaning, TypedExpression> written = new IdentityHashMap<>();

    private record Meaning(List<Local> operands, Resolution resolution) {}

    NameFlow(Flow flow, DynamicMembers members) {
        this.flow = flow;
        this.members = members;
        this.builtins = new BuiltinMembers(flow.program);
        this.resolver = new Resolver(flow.program);
    }

    BitSet call(TypedExpression site, BitSet callee, List<BitSet> arguments) {
        BitSet result = new BitSet();
        flow.values.each(callee, v -> {
            if (v instanceof Value.Function f) {
                List<BitSet> operands = new ArrayList<>(List.of(flow.values.only(f)));
                operands.addAll(arguments);
                result.or(meant(site, f, operands, o -> Resolver.call(flow.slots().typeOf(f.function()), o)));
            }
        });
        return result;
    }

    BitSet methodCall(TypedExpression.DynamicMethodCall e, BitSet receiver, List<BitSet> arguments) {
        List<BitSet> operands = new ArrayList<>(List.of(receiver));
        operands.addAll(arguments);
        BitSet result = member(e, operands);
        MemberAccess access = MemberAccess.of(e).orElseThrow();
        List<BuiltinMembers.Receiver> receivers = builtins.receiversOf(access);
        if (receivers.isEmpty()) {
            flow.values.arrays(operands.getFirst()).forEach(Value.Array::fix);
        }
        for (BuiltinMembers.Receiver kind : receivers) {
            boolean isString = kind == BuiltinMembers.Receiver.STRING;
            BitSet asked = flow.values.where(operands.getFirst(), v -> isString ? v == Values.STRING : v instanceof Value.Array);
            if (isString) {
                flow.values.arrays(operands.getFirst()).forEach(Value.Array::fix);
            }
            if (!asked.isEmpty()) {
                List<BitSet> narrowed = new ArrayList<>(operands);
                narrowed.set(0, asked);
                result.or(meant(e, kind, narrowed, o -> builtins.resolve(access, kind, o)));
            }
        }
        return result;
    }

    /** What the access means for the objects among the flow.values. */
    BitSet member(TypedExpression e, List<BitSet> operands) {
        MemberAccess access = MemberAccess.of(e).orElseThrow();
        BitSet result = new BitSet();
        flow.values.each(operands.getFirst(), v -> {
            if (v instanceof Value.Instance i) {
                members.find(i.type(), access).ifPresent(m -> {
                    List<BitSet> narrowed = new ArrayList<>(operands);
                    narrowed.set(0, flow.values.only(i));
                    result.or(meant(e, List.of(i, m), narrowed, o -> resolver.resolve(access, m, o)));
                });
            }
        });
        return result;
    }

    private interface Resolving {
        Resolution resolve(Operands operands);
    }

    private BitSet meant(TypedExpression site, Object which, List<BitSet> operands, Resolving resolving) {
        Meaning meaning = meanings
                .computeIfAbsent(site, s -> new HashMap<>())
                .computeIfAbsent(which, w -> {
                    List<Local> locals =
                            operands.stream().map(o -> new Local("w", PrimitiveType.ANY)).toList();
                    return new Meaning(locals, resolving.resolve(new Operands(locals, site.span())));
                });
        for (int i = 0; i < operands.size(); i++) {
            flow.add(flow.slots().of(meaning.operands().get(i), null), operands.get(i));
        }
        return switch (meaning.resolution()) {
            case Resolution.Means m -> {
                TypedExpression expression = expression(meaning, m);
                BitSet result = flow.eval(expression);
                // Nobody writes these expressions anew.
                TreeWalk.expressions(expression, e -> {
                    if (flow.array(e) != null) {
                        flow.array(e).fix();
                    }
                });
                yield result;
            }
            case Resolution.CallOf c ->
                call(site, flow.eval(c.callee()), operands.subList(1, operands.size()));
            case Resolution.WrongCount c -> new BitSet();
            case Resolution.Unknown u -> new BitSet();
        };
    }

    private TypedExpression expression(Meaning meaning, Resolution.Means means) {
        return written.computeIfAbsent(meaning, m -> means.expression());
    }
}
