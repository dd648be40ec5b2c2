package org.bluescript.language.infer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.bluescript.language.members.DynamicMembers;
import org.bluescript.language.typed.ArithmeticOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.ErrorClasses;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.Method;
import org.bluescript.language.typed.TreeWalk;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.language.typed.TypedStatement;
import org.bluescript.language.typed.Variable;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;
import org.bluescript.language.types.TypedArrayType;

/**
 * Which values can come to which place of a program: all functions are gone through again and again, until nothing new comes
 * to light (Shivers, "Control-Flow Analysis in Scheme", 1988; without contexts). Arrays are told apart by the expressions that make them, objects by
 * their classes, integers as long as one place holds only one. It takes the program for everything that runs: nothing else stores in its variables, properties and elements.
 */
final class Flow {
    final Values values = new Values();
    final TypedProgram program;
    private final Slots slots;
    private final Map<TypedExpression, Value.Array> made = new IdentityHashMap<>();
    private final Map<TypedExpression, BitSet> known = new IdentityHashMap<>();
    private final NameFlow names;
    /** What functions call, and statements with what is in them. */
    private final Map<FunctionId, Set<FunctionId>> calls = new HashMap<>();

    private final Map<TypedStatement, Set<FunctionId>> callsIn = new IdentityHashMap<>();
    private final Deque<TypedStatement> around = new ArrayDeque<>();

    private final Slot thrown = new Slot(PrimitiveType.ANY);
    private TypedFunction function;
    private boolean changed;

    Flow(TypedProgram program, DynamicMembers members) {
        this.program = program;
        this.names = new NameFlow(this, members);
        this.slots = new Slots(program);
        BitSet errors = new BitSet();
        ErrorClasses.ALL.forEach(c -> errors.or(values.only(new Value.Instance(c))));
        thrown.add(errors);
        Unset unset = new Unset(this);
        do {
            run();
        } while (unset.add());
    }

    private void run() {
        do {
            changed = false;
            for (TypedFunction f : program.functions().values()) {
                function = f;
                statement(f.body());
            }
        } while (changed | joinArrays());
    }

    // ---- what must be of one type

    /** Arrays that come to one place. */
    private boolean joinArrays() {
        boolean[] joined = {false};
        slots.each(s -> joined[0] |= join(values.arrays(s.values())));
        made.values().forEach(a -> joined[0] |= join(values.arrays(a.elements().values())));
        return joined[0];
    }

    private static boolean join(List<Value.Array> arrays) {
        boolean joined = false;
        for (Value.Array array : arrays) {
            joined |= arrays.getFirst().join(array);
        }
        return joined;
    }

    // ---- what is known

    Slots slots() {
        return slots;
    }

    private Slot slot(Variable variable) {
        return slots.of(variable, function);
    }

    Value.Array array(TypedExpression expression) {
        return made.get(expression);
    }

    Iterable<Value.Array> arrays() {
        return made.values();
    }

    /** What the expression can give; what was never come to can give nothing. */
    BitSet of(TypedExpression expression) {
        return known.getOrDefault(expression, new BitSet());
    }

    /** The integer that the expression gives, if it gives nothing else. */
    OptionalInt whole(TypedExpression expression) {
        return values.whole(of(expression));
    }

    /** Whether the expression gives objects and arrays only. */
    boolean isReference(TypedExpression expression) {
        BitSet all = of(expression);
        return !all.isEmpty()
                && values.where(all, v -> v instanceof Value.Instance || v instanceof Value.Array).equals(all);
    }

    Set<FunctionId> calledIn(TypedStatement statement) {
        return callsIn.getOrDefault(statement, Set.of());
    }

    Set<FunctionId> calledBy(FunctionId id) {
        return calls.getOrDefault(id, Set.of());
    }

    // ---- statements

    private void statement(TypedStatement statement) {
        around.push(statement);
        switch (statement) {
            case TypedStatement.Declare s -> add(slot(s.local()), eval(s.value()));
            case TypedStatement.Return s -> s.value().ifPresent(v -> add(slots.result(function.id()), eval(v)));
            case TypedStatement.Throw s -> add(thrown, eval(s.error()));
            case TypedStatement.TryCatch s -> add(slot(s.error()), restricted(thrown.values(), s.error().type()));
            default -> TreeWalk.expressionsOf(statement).forEach(this::eval);
        }
        TreeWalk.statementsOf(statement).forEach(this::statement);
        around.pop();
    }

    void add(Slot slot, BitSet added) {
        changed |= slot.add(added);
    }

    // ---- expressions

    BitSet eval(TypedExpression expression) {
        BitSet raw = raw(expression);
        BitSet result = Values.plain(expression.type()) == Values.INTEGER && !isFollowed(expression)
                ? values.only(Values.INTEGER)
                : restricted(raw, expression.type());
        known.computeIfAbsent(expression, e -> new BitSet()).or(result);
        return result;
    }

    /** Whether all integers that the expression can give are found. */
    private static boolean isFollowed(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> true;
            case TypedExpression.Arithmetic e -> true;
            case TypedExpression.Negate e -> true;
            case TypedExpression.Length e -> true;
            case TypedExpression.Read e -> true;
            case TypedExpression.Write e -> true;
            case TypedExpression.FieldRead e -> true;
            case TypedExpression.FieldWrite e -> true;
            case TypedExpression.Let e -> true;
            case TypedExpression.Conditional e -> true;
            case TypedExpression.Call e -> true;
            case TypedExpression.MethodCall e -> true;
            case TypedExpression.Convert e ->
                e.conversion() == Conversion.ANY_TO_INTEGER || e.conversion() == Conversion.ANY_NARROWED;
            default -> false;
        };
    }

    /** Those of the values that the type allows. */
    private BitSet restricted(BitSet set, Type type) {
        Value.Plain plain = Values.plain(type);
        if (plain == Values.INTEGER) {
            return values.integers(set);
        }
        if (plain != null) {
            return values.only(plain);
        }
        return type.representation() == Representation.NOTHING ? new BitSet() : values.where(set, v -> isAllowed(v, type));
    }

    private boolean isAllowed(Value value, Type type) {
        return switch (type) {
            case NullableType n -> value == Values.NULL || isAllowed(value, n.of());
            case ClassType c -> value instanceof Value.Instance i && program.isSubclass(i.type(), c);
            case ArrayType a -> value instanceof Value.Array;
            case TypedArrayType t -> value instanceof Value.Array a && a.type().equals(t);
            case FunctionType f -> value instanceof Value.Function;
            default -> Values.plain(type) == null
                    || value.equals(Values.plain(type))
                    || value instanceof Value.Whole && Values.plain(type) == Values.INTEGER;
        };
    }

    private BitSet raw(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.Read e -> slot(e.variable()).values();
            case TypedExpression.Write e -> stored(slot(e.variable()), eval(e.value()));
            case TypedExpression.Let e -> {
                e.temporaries().forEach(t -> add(slot(t.local()), eval(t.value())));
                yield eval(e.body());
            }
            case TypedExpression.Conditional e -> {
                eval(e.condition());
                BitSet both = (BitSet) eval(e.whenTrue()).clone();
                both.or(eval(e.whenFalse()));
                yield both;
            }
            case TypedExpression.Convert e -> {
                BitSet result = (BitSet) converted(e, eval(e.operand())).clone();
                TypedExpression.Convert adapted = FunctionAdapters.adapted(program.adapters(), e);
                if (adapted != e && adapted.operand() instanceof TypedExpression.Call adapter) {
                    result.or(call(adapter.function(), List.of(eval(e.operand()))));
                }
                yield result;
            }
            case TypedExpression.Dynamic e -> dynamic(e);
            case TypedExpression.New e -> {
                List<BitSet> arguments = new ArrayList<>(List.of(values.only(new Value.Instance(e.type()))));
                e.arguments().forEach(a -> arguments.add(eval(a)));
                call(program.classes().get(e.type()).constructor(), arguments);
                yield arguments.getFirst();
            }
            case TypedExpression.FieldRead e -> {
                eval(e.object());
                yield slots.of(e.field()).values();
            }
            case TypedExpression.FieldWrite e -> {
                eval(e.object());
                yield stored(slots.of(e.field()), eval(e.value()));
            }
            case TypedExpression.ArrayLiteral e -> {
                Value.Array array = array(e, e.type(), e.type().element());
                array.lengths().or(values.only(new Value.Whole(e.elements().size())));
                e.elements().forEach(v -> add(array.elements(), anonymous(eval(v))));
                yield values.only(array);
            }
            case TypedExpression.NewArray e -> newArray(e);
            case TypedExpression.ElementRead e -> {
                eval(e.index());
                yield elements(eval(e.array()));
            }
            case TypedExpression.ElementWrite e -> {
                BitSet array = eval(e.array());
                eval(e.index());
                yield storedIn(array, eval(e.value()));
            }
            case TypedExpression.Call e -> call(e.function(), evaluated(e.arguments()));
            case TypedExpression.MethodCall e -> methodCall(e);
            case TypedExpression.ClosureCall e -> closureCall(eval(e.callee()), evaluated(e.arguments()));
            case TypedExpression.FunctionReference e -> values.only(new Value.Function(e.function()));
            case TypedExpression.MakeClosure e -> values.only(new Value.Function(e.function()));
            case TypedExpression.DynamicRead e -> {
                BitSet object = eval(e.object());
                values.arrays(object).forEach(a -> {
                    if (!e.name().equals("length")) {
                        a.fix();
                    }
                });
                BitSet result = names.member(e, List.of(object));
                if (e.name().equals("length")) {
                    result.or(values.only(Values.INTEGER));
                }
                yield result;
            }
            case TypedExpression.DynamicWrite e -> {
                BitSet object = eval(e.object());
                BitSet value = eval(e.value());
                values.arrays(object).forEach(Value.Array::fix);
                names.member(e, List.of(object, value));
                yield value;
            }
            case TypedExpression.DynamicMethodCall e -> names.methodCall(e, eval(e.receiver()), evaluated(e.arguments()));
            case TypedExpression.DynamicCall e -> {
                BitSet callee = eval(e.callee());
                values.arrays(callee).forEach(Value.Array::fix);
                yield names.call(e, callee, evaluated(e.arguments()));
            }
            case TypedExpression.BuiltinCall e -> builtin(e, evaluated(e.arguments()));
            case TypedExpression.TypeTest e -> {
                boolean asksForAny = e.of() instanceof ArrayType a && a.element() == PrimitiveType.ANY;
                BitSet operand = eval(e.operand());
                if (!asksForAny) {
                    values.arrays(operand).forEach(Value.Array::fix);
                }
                yield new BitSet();
            }
            case TypedExpression.Leave e -> throw new IllegalArgumentException("specialised already: " + e);
            case TypedExpression.Expected e -> throw new IllegalArgumentException("specialised already: " + e);
            case TypedExpression.Usually e -> throw new IllegalArgumentException("specialised already: " + e);
            case TypedExpression.GuardFailure e -> throw new IllegalArgumentException("specialised already: " + e);
            case TypedExpression.IntegerConstant e -> values.only(new Value.Whole(e.value()));
            case TypedExpression.FloatConstant e -> evaluatedAll(expression);
            case TypedExpression.BooleanConstant e -> evaluatedAll(expression);
            case TypedExpression.StringConstant e -> evaluatedAll(expression);
            case TypedExpression.NullConstant e -> values.only(Values.NULL);
            case TypedExpression.Arithmetic e -> arithmetic(e.operator(), eval(e.left()), eval(e.right()));
            case TypedExpression.Negate e -> arithmetic(ArithmeticOperator.SUBTRACT, values.only(new Value.Whole(0)), eval(e.operand()));
            case TypedExpression.Compare e -> evaluatedAll(expression);
            case TypedExpression.Not e -> evaluatedAll(expression);
            case TypedExpression.InstanceOf e -> evaluatedAll(expression);
            case TypedExpression.Length e -> lengths(eval(e.of()));
            case TypedExpression.Print e -> evaluatedAll(expression);
            case TypedExpression.Assert e -> evaluatedAll(expression);
        };
    }

    /** The integer that an operation gives if its operands are known; of values that are no integers the type says all. */
    private BitSet arithmetic(ArithmeticOperator operator, BitSet left, BitSet right) {
        if (left.isEmpty() || right.isEmpty()) {
            return new BitSet();
        }
        OptionalInt a = values.whole(left);
        OptionalInt b = values.whole(right);
        OptionalInt result = a.isPresent() && b.isPresent() ? operator.of(a.getAsInt(), b.getAsInt()) : OptionalInt.empty();
        return values.only(result.isPresent() ? new Value.Whole(result.getAsInt()) : Values.INTEGER);
    }

    /** Of an expression whose type says all that is known of its value. */
    private BitSet evaluatedAll(TypedExpression expression) {
        TreeWalk.operands(expression).forEach(this::eval);
        return new BitSet();
    }

    private List<BitSet> evaluated(List<TypedExpression> expressions) {
        List<BitSet> result = new ArrayList<>();
        expressions.forEach(e -> result.add(eval(e)));
        return result;
    }

    private BitSet stored(Slot slot, BitSet value) {
        add(slot, value);
        return value;
    }

    /** Whatever may fail tells the type of what it was given. A union of which only floats are numbers makes them of integers. */
    private BitSet converted(TypedExpression.Convert e, BitSet operand) {
        switch (e.conversion()) {
            case ANY_TO_INTEGER, ANY_TO_FLOAT, ANY_TO_BOOLEAN, ANY_TO_UNION, DOWNCAST ->
                values.arrays(operand).forEach(Value.Array::fix);
            case ANY_TO_REFERENCE -> {
                Type wanted = e.type() instanceof NullableType n ? n.of() : e.type();
                if (!(wanted instanceof ArrayType a && a.element() == PrimitiveType.ANY)) {
                    values.arrays(operand).forEach(Value.Array::fix);
                }
            }
            default -> {}
        }
        if (e.conversion() != Conversion.ANY_TO_UNION || !values.hasIntegers(operand)) {
            return operand;
        }
        BitSet result = values.only(Values.FLOAT);
        result.or(operand);
        return result;
    }

    // ---- arrays

    private Value.Array array(TypedExpression expression, Type type, Type element) {
        return made.computeIfAbsent(expression, e -> new Value.Array(type, new Slot(element)));
    }

    private BitSet newArray(TypedExpression.NewArray e) {
        BitSet length = eval(e.length());
        Type element = switch (e.type()) {
            case ArrayType a -> a.element();
            case TypedArrayType t -> t.element();
            default -> throw new IllegalArgumentException("no array: " + e.type());
        };
        Value.Array array = array(e, e.type(), element);
        addLength(array, length);
        Value.Plain plain = Values.plain(element);
        add(array.elements(), e.fill().map(this::eval).map(this::anonymous).orElse(values.only(plain != null ? plain : Values.NULL)));
        return values.only(array);
    }

    private void addLength(Value.Array array, BitSet length) {
        int before = array.lengths().cardinality();
        array.lengths().or(length);
        changed |= array.lengths().cardinality() != before;
    }

    /** The lengths that values can have. */
    private BitSet lengths(BitSet of) {
        BitSet result = new BitSet();
        values.each(of, v -> result.or(v instanceof Value.Array a && !a.isResized() ? a.lengths() : values.only(Values.INTEGER)));
        return result;
    }

    /** The length of all arrays among which the value of an expression is, if nothing else is among them. */
    OptionalInt length(TypedExpression expression) {
        return values.whole(lengths(of(expression)));
    }

    private void resize(BitSet arrays) {
        values.arrays(arrays).forEach(a -> changed |= a.resize());
    }

    /** Integers in arrays are not told apart. */
    private BitSet anonymous(BitSet set) {
        return values.hasIntegers(set) ? values.with(values.where(set, v -> !(v instanceof Value.Whole)), Values.INTEGER) : set;
    }

    private BitSet elements(BitSet arrays) {
        BitSet result = new BitSet();
        values.arrays(arrays).forEach(a -> result.or(a.elements().values()));
        return result;
    }

    /** An array of another kind takes what fits. */
    private BitSet storedIn(BitSet arrays, BitSet value) {
        values.arrays(arrays).forEach(a -> add(a.elements(), restricted(anonymous(value), a.elements().declared())));
        return value;
    }

    private BitSet builtin(TypedExpression.BuiltinCall e, List<BitSet> arguments) {
        switch (e.builtin()) {
            case ARRAY_PUSH, ARRAY_UNSHIFT -> {
                resize(arguments.getFirst());
                storedIn(arguments.getFirst(), arguments.get(1));
                return new BitSet();
            }
            case ARRAY_POP, ARRAY_SHIFT -> {
                resize(arguments.getFirst());
                return elements(arguments.getFirst());
            }
            case ARRAY_COPY -> {
                Value.Array copy = array(e, e.type(), ((ArrayType) e.type()).element());
                add(copy.elements(), restricted(elements(arguments.getFirst()), copy.elements().declared()));
                addLength(copy, lengths(arguments.getFirst()));
                values.arrays(arguments.getFirst()).forEach(copy::join);
                return values.only(copy);
            }
            case ARRAY_LIKE -> {
                values.arrays(arguments.getFirst()).forEach(a -> addLength(a, values.only(Values.INTEGER)));
                return arguments.getFirst();
            }
            default -> {
                return new BitSet();
            }
        }
    }

    // ---- operators on words

    private BitSet dynamic(TypedExpression.Dynamic e) {
        List<BitSet> operands = evaluated(e.operands());
        BitSet first = operands.getFirst();
        return switch (e.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND, BIT_OR,
                    BIT_XOR, NEGATE, PLUS, BIT_NOT, INCREMENT, DECREMENT, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                operands.forEach(o -> values.arrays(o).forEach(Value.Array::fix));
                yield computed(e.operator(), operands);
            }
            case EQUAL, NOT_EQUAL, TYPE_OF, ITEM_STEP -> new BitSet();
            case LENGTH -> values.only(Values.INTEGER);
            case ELEMENT, ITEM -> {
                BitSet result = elements(first);
                if (values.has(first, Values.STRING)) {
                    result.or(values.only(Values.STRING));
                }
                operands.stream().skip(1).forEach(o -> values.arrays(o).forEach(Value.Array::fix));
                yield result;
            }
            case SET_ELEMENT -> {
                values.arrays(operands.get(1)).forEach(Value.Array::fix);
                yield storedIn(first, operands.get(2));
            }
        };
    }

    /** Numbers of numbers, and texts if one is a text; everything else is an error. */
    private BitSet computed(DynamicOperator operator, List<BitSet> operands) {
        BitSet result = new BitSet();
        boolean integers = operands.stream().allMatch(values::hasIntegers);
        boolean floats = operands.stream().anyMatch(o -> values.has(o, Values.FLOAT));
        boolean texts = operands.stream().anyMatch(o -> values.has(o, Values.STRING));
        if (integers) {
            result.or(values.only(Values.INTEGER));
        }
        if (floats) {
            result.or(values.only(Values.FLOAT));
        }
        if (texts && operator == DynamicOperator.ADD) {
            result.or(values.only(Values.STRING));
        }
        return result;
    }

    // ---- calls

    private BitSet call(FunctionId id, List<BitSet> arguments) {
        TypedFunction target = program.functions().get(id);
        calls.computeIfAbsent(function.id(), k -> new HashSet<>()).add(id);
        around.forEach(s -> callsIn.computeIfAbsent(s, k -> new HashSet<>()).add(id));
        for (int i = 0; i < target.parameters().size(); i++) {
            Local parameter = target.parameters().get(i);
            if (i < arguments.size()) {
                add(slots.of(parameter, target), restricted(arguments.get(i), parameter.type()));
            } else if (Values.plain(parameter.type()) == Values.INTEGER) {
                add(slots.of(parameter, target), values.only(Values.INTEGER));
            }
        }
        return slots.result(id).values();
    }

    private BitSet methodCall(TypedExpression.MethodCall e) {
        BitSet receiver = eval(e.receiver());
        List<BitSet> arguments = new ArrayList<>();
        arguments.add(receiver);
        arguments.addAll(evaluated(e.arguments()));
        BitSet result = new BitSet();
        values.each(receiver, v -> {
            if (v instanceof Value.Instance i) {
                result.or(call(implementation(i.type(), e.method().name()), arguments));
            }
        });
        return result;
    }

    private FunctionId implementation(ClassType type, String name) {
        for (ClassType c = type; c != null; c = program.classes().get(c).superclass().orElse(null)) {
            for (Method method : program.classes().get(c).methods()) {
                if (method.name().equals(name)) {
                    return method.implementation();
                }
            }
        }
        throw new IllegalArgumentException("no method " + name + " in " + type);
    }

    /** Closures have no parameter for themselves. */
    private BitSet closureCall(BitSet callee, List<BitSet> arguments) {
        BitSet result = new BitSet();
        values.each(callee, v -> {
            if (v instanceof Value.Function f) {
                result.or(call(f.function(), arguments));
            }
        });
        return result;
    }
}
