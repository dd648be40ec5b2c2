package org.bluescript.language.typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bluescript.language.source.SourceFile;
import org.bluescript.language.source.Span;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.UnionType;

/**
 * What makes functions in words of type {@code any} fit where functions of a type are wanted. For each such type a program has a
 * function that gives back any word, except that a function of another type becomes a closure of the type, which calls it with
 * words: with as many of its arguments as that takes. The result is checked when it comes back. A reader calls this function
 * before it checks a word; so the checks themselves need not know of it.
 */
public final class FunctionAdapters {
    /** More parameters than these are never made to fit: how many a function takes is known only up to a limit. */
    private static final int PARAMETER_LIMIT = 14;

    private static final Span NOWHERE = new Span(SourceFile.builtIn("functions", " "), 0, 1);

    private final Map<FunctionId, TypedFunction> functions;
    private final boolean callsWords;
    private final Map<ClassType, TypedClass> classes;
    private final List<LibraryMethod> library;
    private final Map<FunctionType, FunctionId> adapters = new LinkedHashMap<>();

    private FunctionAdapters(
            Map<FunctionId, TypedFunction> functions,
            boolean callsWords,
            Map<ClassType, TypedClass> classes,
            List<LibraryMethod> library) {
        this.functions = functions;
        this.callsWords = callsWords;
        this.classes = classes;
        this.library = library;
    }

    /** Adds to a program what it needs, and gives the adapter for each type. */
    public static Map<FunctionType, FunctionId> addTo(
            Map<FunctionId, TypedFunction> functions, Map<ClassType, TypedClass> classes, List<LibraryMethod> library) {
        FunctionAdapters result = new FunctionAdapters(functions, false, classes, library);
        result.complete();
        return result.adapters;
    }

    /**
     * The same for a program that grows: adds to {@code added} what they need beside the adapters in {@code known}, and gives those
     * that are new. Some other function may call values of any type.
     *
     * @param added functions that need something, as far as is known
     */
    public static Map<FunctionType, FunctionId> extend(
            Map<FunctionType, FunctionId> known,
            Map<FunctionId, TypedFunction> added,
            Map<ClassType, TypedClass> classes,
            List<LibraryMethod> library) {
        FunctionAdapters result = new FunctionAdapters(added, true, classes, library);
        result.adapters.putAll(known);
        result.complete();
        Map<FunctionType, FunctionId> made = new LinkedHashMap<>(result.adapters);
        made.keySet().removeAll(known.keySet());
        return made;
    }

    private void complete() {
        while (addMissing()) {
            // The new functions may want others.
        }
    }

    /** The conversion of a word, by way of the adapter for the wanted type if there is one. */
    public static TypedExpression.Convert adapted(Map<FunctionType, FunctionId> adapters, TypedExpression.Convert e) {
        boolean isCheck = e.conversion() == Conversion.ANY_TO_REFERENCE || e.conversion() == Conversion.ANY_TO_UNION;
        Optional<FunctionId> adapter = isCheck ? wanted(e.type()).map(adapters::get) : Optional.empty();
        return adapter.map(id -> new TypedExpression.Convert(
                        e.span(),
                        e.conversion(),
                        new TypedExpression.Call(e.span(), id, List.of(e.operand()), PrimitiveType.ANY),
                        e.type()))
                .orElse(e);
    }

    /** The type of functions, if there is one, among the values of the type. */
    public static Optional<FunctionType> wanted(Type type) {
        return switch (type) {
            case FunctionType t -> Optional.of(t);
            case NullableType t -> wanted(t.of());
            case UnionType t -> {
                List<Type> functions =
                        t.members().stream().filter(FunctionType.class::isInstance).toList();
                yield functions.size() == 1 ? wanted(functions.getFirst()) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    // ---- for which types

    private boolean addMissing() {
        Set<FunctionType> wanted = new LinkedHashSet<>();
        boolean[] calls = {callsWords};
        functions.values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
            calls[0] |= e instanceof TypedExpression.DynamicCall || e instanceof TypedExpression.DynamicMethodCall;
            collect(e, wanted);
        }));
        if (calls[0]) {
            functions.values().forEach(f -> TreeWalk.expressions(f.body(), e -> {
                switch (e) {
                    case TypedExpression.FunctionReference r -> addParameters(r.type(), wanted);
                    case TypedExpression.MakeClosure m -> addParameters(m.type(), wanted);
                    default -> {}
                }
            }));
        }
        wanted.removeAll(adapters.keySet());
        wanted.forEach(this::add);
        return !wanted.isEmpty();
    }

    private void collect(TypedExpression expression, Set<FunctionType> to) {
        switch (expression) {
            case TypedExpression.Convert e
            when e.conversion() == Conversion.ANY_TO_REFERENCE || e.conversion() == Conversion.ANY_TO_UNION ->
                add(e.type(), to);
            case TypedExpression.DynamicWrite e -> {
                classes.values().stream()
                        .flatMap(c -> c.fields().stream())
                        .filter(f -> f.name().equals(e.name()))
                        .forEach(f -> add(f.type(), to));
                addParameters("set " + e.name(), to);
            }
            case TypedExpression.DynamicMethodCall e -> {
                addParameters(e.name(), to);
                library.stream().filter(m -> m.name().equals(e.name())).forEach(m -> addParameters(m.type(), to));
            }
            default -> {}
        }
    }

    private void addParameters(String method, Set<FunctionType> to) {
        classes.values().stream()
                .flatMap(c -> c.methods().stream())
                .filter(m -> m.name().equals(method))
                .forEach(m -> addParameters(m.type(), to));
    }

    private static void addParameters(FunctionType function, Set<FunctionType> to) {
        function.parameters().forEach(p -> add(p, to));
        if (function.hasRest() && function.parameters().getLast() instanceof ArrayType rest) {
            add(rest.element(), to);
        }
    }

    private static void add(Type type, Set<FunctionType> to) {
        wanted(type).filter(f -> !f.hasRest() && f.fixed() <= PARAMETER_LIMIT).ifPresent(to::add);
    }

    // ---- the functions

    private void add(FunctionType type) {
        FunctionId made = new FunctionId("", "(function as " + type + ")");
        FunctionId adapter = new FunctionId("", "(fitting " + type + ")");
        functions.put(made, closure(made, type));
        functions.put(adapter, adapter(adapter, made, type));
        adapters.put(type, adapter);
    }

    /** {@code isFunction(word) && !(word is of the type) ? made(word) : word}. */
    private static TypedFunction adapter(FunctionId id, FunctionId made, FunctionType type) {
        Local word = new Local("word", PrimitiveType.ANY);
        TypedExpression read = new TypedExpression.Read(NOWHERE, word, PrimitiveType.ANY);
        TypedExpression isFunction = new TypedExpression.BuiltinCall(
                NOWHERE, Builtin.IS_FUNCTION, List.of(read), PrimitiveType.BOOLEAN);
        TypedExpression isOther = new TypedExpression.Not(NOWHERE, new TypedExpression.TypeTest(NOWHERE, read, type));
        TypedExpression closure = WordConversions.toWord(
                new TypedExpression.MakeClosure(NOWHERE, made, List.of(word), type));
        TypedStatement makes = new TypedStatement.Return(NOWHERE, Optional.of(closure));
        TypedStatement ifOther = new TypedStatement.If(NOWHERE, isOther, makes, Optional.empty());
        return new TypedFunction(
                id,
                "(function)",
                TypedFunction.Kind.FUNCTION,
                List.of(word),
                List.of(),
                PrimitiveType.ANY,
                new TypedStatement.Block(
                        NOWHERE,
                        List.of(
                                new TypedStatement.If(NOWHERE, isFunction, ifOther, Optional.empty()),
                                new TypedStatement.Return(NOWHERE, Optional.of(read)))),
                false,
                NOWHERE);
    }

    private static TypedFunction closure(FunctionId id, FunctionType type) {
        Capture function = new Capture(0, "function", PrimitiveType.ANY, false);
        TypedExpression callee = new TypedExpression.Read(NOWHERE, function, PrimitiveType.ANY);
        List<Local> parameters = new ArrayList<>();
        type.passed().forEach(p -> parameters.add(new Local("p" + parameters.size(), p)));
        List<TypedExpression> words = words(type, parameters);
        List<TypedStatement> statements = new ArrayList<>();
        Local taken = new Local("taken", PrimitiveType.INTEGER);
        if (!words.isEmpty()) {
            statements.add(new TypedStatement.Declare(
                    NOWHERE,
                    taken,
                    new TypedExpression.BuiltinCall(
                            NOWHERE, Builtin.PARAMETER_COUNT, List.of(callee), PrimitiveType.INTEGER)));
        }
        for (int i = 0; i < words.size(); i++) {
            TypedExpression takesThese = new TypedExpression.Compare(
                    NOWHERE,
                    ComparisonOperator.EQUAL,
                    TypedExpression.Compare.Domain.INTEGER,
                    new TypedExpression.Read(NOWHERE, taken, PrimitiveType.INTEGER),
                    new TypedExpression.IntegerConstant(NOWHERE, i, PrimitiveType.INTEGER));
            statements.add(new TypedStatement.If(
                    NOWHERE, takesThese, calling(callee, words.subList(0, i), type.result()), Optional.empty()));
        }
        statements.add(calling(callee, words, type.result()));
        return new TypedFunction(
                id,
                "(function)",
                TypedFunction.Kind.CLOSURE,
                parameters,
                List.of(function),
                type.result(),
                new TypedStatement.Block(NOWHERE, statements),
                false,
                NOWHERE);
    }

    private static TypedStatement calling(TypedExpression callee, List<TypedExpression> words, Type result) {
        TypedExpression call = new TypedExpression.DynamicCall(NOWHERE, callee, words);
        if (result.representation() != Representation.NOTHING) {
            return new TypedStatement.Return(NOWHERE, Optional.of(WordConversions.fromWord(call, result)));
        }
        return new TypedStatement.Block(
                NOWHERE,
                List.of(
                        new TypedStatement.Evaluate(NOWHERE, call),
                        new TypedStatement.Return(NOWHERE, Optional.empty())));
    }

    /** What is passed, as words; null for what is not given. */
    private static List<TypedExpression> words(FunctionType type, List<Local> parameters) {
        List<TypedExpression> result = new ArrayList<>();
        for (int i = 0; i < type.fixed(); i++) {
            Local parameter = parameters.get(i);
            TypedExpression word =
                    WordConversions.toWord(new TypedExpression.Read(NOWHERE, parameter, parameter.type()));
            boolean mayBeMissing = type.isOptional(i) && !type.parameters().get(i).isReference();
            result.add(mayBeMissing ? ifGiven(i, parameters.getLast(), word) : word);
        }
        return result;
    }

    private static TypedExpression ifGiven(int index, Local given, TypedExpression word) {
        TypedExpression bit = new TypedExpression.Arithmetic(
                NOWHERE,
                ArithmeticOperator.BIT_AND,
                new TypedExpression.Read(NOWHERE, given, PrimitiveType.INTEGER),
                new TypedExpression.IntegerConstant(NOWHERE, 1 << index, PrimitiveType.INTEGER),
                PrimitiveType.INTEGER);
        TypedExpression nothing = WordConversions.toWord(new TypedExpression.NullConstant(NOWHERE, PrimitiveType.NULL));
        return new TypedExpression.Conditional(
                NOWHERE,
                new TypedExpression.Convert(NOWHERE, Conversion.INTEGER_TO_BOOLEAN, bit, PrimitiveType.BOOLEAN),
                word,
                nothing,
                PrimitiveType.ANY);
    }
}
