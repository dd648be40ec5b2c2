package org.bluescript.cli.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bluescript.language.profile.Arms;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.profile.Seen;
import org.bluescript.language.profile.Sites;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/** Profiles of a program that say what is not so. */
public final class WrongProfile {
    private final TypedProgram program;
    private final Random random;
    private final List<Type> types = new ArrayList<>();

    public WrongProfile(TypedProgram program, Random random) {
        this.program = program;
        this.random = random;
        types.addAll(List.of(
                PrimitiveType.INTEGER,
                PrimitiveType.INTEGER,
                PrimitiveType.FLOAT,
                PrimitiveType.FLOAT,
                PrimitiveType.BOOLEAN,
                PrimitiveType.STRING,
                PrimitiveType.NULL,
                new ArrayType(PrimitiveType.ANY),
                new ArrayType(PrimitiveType.INTEGER),
                new ArrayType(PrimitiveType.FLOAT),
                TypedArrayType.UINT8));
        program.classes().keySet().stream().filter(c -> !isUnmade(c)).forEach(types::add);
    }

    /** A profile in which some of what the true one says is true, and there is something of everything. */
    public Profile of(Profile truth) {
        Map<FunctionId, FunctionProfile> functions = new HashMap<>();
        double honesty = random.nextDouble();
        for (TypedFunction function : program.functions().values()) {
            FunctionProfile known = truth.functions().get(function.id());
            Sites sites = Sites.of(program, function);
            List<Seen> parameters = new ArrayList<>();
            for (int i = 0; i < function.parameters().size(); i++) {
                parameters.add(seen(known == null ? Seen.NOTHING : known.parameters().get(i), honesty));
            }
            Map<Integer, Seen> values = new HashMap<>();
            TreeWalk.expressions(function.body(), e -> sites.number(e).ifPresent(
                    n -> values.put(n, seen(known == null ? Seen.NOTHING : known.value(n), honesty))));
            Seen result = seen(known == null ? Seen.NOTHING : known.result(), honesty);
            functions.put(function.id(), new FunctionProfile(1000, parameters, result, values, Map.of(), branches(function, sites), shapes(parameters)));
        }
        return new Profile(functions);
    }

    /** Some of the combinations of what was seen, and some of what was not. */
    private Map<List<Type>, Long> shapes(List<Seen> parameters) {
        Map<List<Type>, Long> result = new HashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            List<Type> shape = new ArrayList<>();
            for (Seen seen : parameters) {
                List<Type> all = new ArrayList<>(seen.types());
                shape.add(all.isEmpty() || random.nextInt(8) == 0
                        ? types.get(random.nextInt(types.size()))
                        : all.get(random.nextInt(all.size())));
            }
            result.put(shape, 1L + random.nextInt(3));
        }
        return result;
    }

    private Map<Integer, Arms> branches(TypedFunction function, Sites sites) {
        Map<Integer, Arms> result = new HashMap<>();
        TreeWalk.statements(function.body(), s -> {
            if (s instanceof TypedStatement.If) {
                result.put(sites.branch(s).orElseThrow(), arms());
            }
        });
        TreeWalk.expressions(function.body(), e -> {
            if (e instanceof TypedExpression.Conditional) {
                result.put(sites.branch(e).orElseThrow(), arms());
            }
        });
        return result;
    }

    private Arms arms() {
        return switch (random.nextInt(3)) {
            case 0 -> Arms.of(1000, 0);
            case 1 -> Arms.of(0, 1000);
            default -> Arms.of(500, 500);
        };
    }

    private Seen seen(Seen truth, double honesty) {
        if (random.nextDouble() < honesty) {
            return truth;
        }
        Seen result = Seen.of(types.get(random.nextInt(types.size())));
        return random.nextInt(3) == 0 ? result.and(Seen.of(types.get(random.nextInt(types.size())))) : result;
    }

    private boolean isUnmade(ClassType type) {
        return program.classes().get(type) == null;
    }
}
