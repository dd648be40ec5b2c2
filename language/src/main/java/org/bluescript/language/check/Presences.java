package org.bluescript.language.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.PrimitiveType;

/**
 * The functions that tell whether a value is an object with a member of a certain name. Made when the program is complete, because
 * only then all classes are known.
 */
final class Presences {
    private static final Span NOWHERE = new Span(SourceFile.builtIn("members", " "), 0, 1);

    private final Round round;
    private final Map<FunctionId, String> requested = new LinkedHashMap<>();

    Presences(Round round) {
        this.round = round;
    }

    /** The function for a name; it takes a word. */
    FunctionId of(String name) {
        FunctionId id = new FunctionId("", "(\"" + name + "\" in)");
        requested.put(id, name);
        return id;
    }

    /** The names that have been asked for. */
    Collection<String> requested() {
        return requested.values();
    }

    /** Whether instances of the class have the member. */
    static boolean has(ClassSymbol symbol, String name) {
        return symbol.findField(name).isPresent()
                || symbol.findMethod(name).isPresent()
                || symbol.findAccessors(name).isPresent();
    }

    /** Whether arrays have the member. */
    static boolean isOfArrays(String name) {
        return name.equals("length") || BuiltinMethods.namesFor(new ArrayType(PrimitiveType.ANY)).contains(name);
    }

    /** Adds those that the functions call; {@code classes} are those of the program. */
    void addTo(Map<FunctionId, TypedFunction> functions, Set<ClassType> classes) {
        if (requested.isEmpty()) {
            return;
        }
        Set<FunctionId> called = new LinkedHashSet<>();
        functions.values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            if (e instanceof TypedExpression.Call c && requested.containsKey(c.function())) {
                called.add(c.function());
            }
        }));
        called.forEach(id -> functions.put(id, function(id, requested.get(id), classes)));
    }

    private TypedFunction function(FunctionId id, String name, Set<ClassType> classes) {
        Local word = new Local("object", PrimitiveType.ANY);
        TypedExpression read = new TypedExpression.Read(NOWHERE, word, PrimitiveType.ANY);
        List<TypedStatement> statements = new ArrayList<>();
        for (ClassType type : classes) {
            ClassSymbol symbol = round.classOf(type);
            boolean isInherited = symbol.superclass().filter(s -> has(s, name)).isPresent();
            if (has(symbol, name) && !isInherited) {
                statements.add(yesIf(new TypedExpression.InstanceOf(NOWHERE, read, type)));
            }
        }
        if (isOfArrays(name)) {
            statements.add(yesIf(new TypedExpression.TypeTest(NOWHERE, read, new ArrayType(PrimitiveType.ANY))));
        }
        statements.add(giving(false));
        return new TypedFunction(
                id,
                "in",
                TypedFunction.Kind.FUNCTION,
                List.of(word),
                List.of(),
                PrimitiveType.BOOLEAN,
                new TypedStatement.Block(NOWHERE, statements),
                false,
                NOWHERE);
    }

    private static TypedStatement yesIf(TypedExpression test) {
        return new TypedStatement.If(NOWHERE, test, giving(true), Optional.empty());
    }

    private static TypedStatement giving(boolean answer) {
        return new TypedStatement.Return(NOWHERE, Optional.of(Nodes.bool(NOWHERE, answer)));
    }
}
