package org.bluescript.language.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bluescript.language.failure.RunTimeErrorKind;
import org.bluescript.language.layout.ClassLayout;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.ArrayForm;
import org.bluescript.language.nodes.ArrayLengthNode;
import org.bluescript.language.nodes.ArrayLiteralNode;
import org.bluescript.language.nodes.AssertNode;
import org.bluescript.language.nodes.BooleanCompareNode;
import org.bluescript.language.nodes.CallNode;
import org.bluescript.language.nodes.ClosureCallNode;
import org.bluescript.language.nodes.ConditionalNode;
import org.bluescript.language.nodes.ConstantNode;
import org.bluescript.language.nodes.DowncastNode;
import org.bluescript.language.nodes.ElementReadNode;
import org.bluescript.language.nodes.ElementWriteNode;
import org.bluescript.language.nodes.EvaluateNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.FieldReadNode;
import org.bluescript.language.nodes.FieldWriteNode;
import org.bluescript.language.nodes.FloatArithmeticNode;
import org.bluescript.language.nodes.FloatCompareNode;
import org.bluescript.language.nodes.InstanceOfNode;
import org.bluescript.language.nodes.IntegerArithmeticNode;
import org.bluescript.language.nodes.IntegerCompareNode;
import org.bluescript.language.nodes.IsArrayNode;
import org.bluescript.language.nodes.IsIntegerNode;
import org.bluescript.language.nodes.IsOfTypeNode;
import org.bluescript.language.nodes.LetNode;
import org.bluescript.language.nodes.MakeClosureNode;
import org.bluescript.language.nodes.MethodCallNode;
import org.bluescript.language.nodes.NegateNode;
import org.bluescript.language.nodes.NewArrayNode;
import org.bluescript.language.nodes.NewNode;
import org.bluescript.language.nodes.NewStringNode;
import org.bluescript.language.nodes.NotNode;
import org.bluescript.language.nodes.NotNullNode;
import org.bluescript.language.nodes.NumberConversionNode;
import org.bluescript.language.nodes.PrintNode;
import org.bluescript.language.nodes.StatementNode;
import org.bluescript.language.nodes.StringCompareNode;
import org.bluescript.language.nodes.StringLengthNode;
import org.bluescript.language.nodes.StringTruthNode;
import org.bluescript.language.nodes.TextConversionNode;
import org.bluescript.language.nodes.FromWordNode;
import org.bluescript.language.nodes.ToWordNode;
import org.bluescript.language.nodes.ViewElementReadNode;
import org.bluescript.language.nodes.ViewElementWriteNode;
import org.bluescript.language.nodes.WordInstanceOfNode;
import org.bluescript.language.shadow.Address;
import org.bluescript.language.shadow.Word;
import org.bluescript.language.typed.ComparisonOperator;
import org.bluescript.language.typed.Conversion;
import org.bluescript.language.typed.Field;
import org.bluescript.language.typed.Local;
import org.bluescript.language.typed.FunctionAdapters;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.typed.TypedFunction;
import org.bluescript.language.types.ArrayType;
import org.bluescript.language.types.ClassType;
import org.bluescript.language.types.FunctionType;
import org.bluescript.language.types.NullableType;
import org.bluescript.language.types.PrimitiveType;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Translates the expressions of one function. */
final class Expressions {
    private final TreeTranslator program;
    private final HostMachine machine;
    private final ProgramLayout layout;
    private final FunctionFrame frame;
    private final Variables variables;
    private final FunctionObserver observer;
    private final Builtins builtins;
    private final DynamicExpressions dynamic;
    private final DynamicAccesses members;

    Expressions(TreeTranslator program, FunctionFrame frame, Variables variables, FunctionObserver observer) {
        this.program = program;
        this.machine = program.machine();
        this.layout = program.layout();
        this.frame = frame;
        this.variables = variables;
        this.observer = observer;
        this.builtins = new Builtins(program, this);
        this.dynamic = new DynamicExpressions(program, this);
        this.members = new DynamicAccesses(program, this, frame, variables);
    }

    HostMachine machine() {
        return machine;
    }

    ExpressionNode translate(TypedExpression expression) {
        ExpressionNode node = translateUnplaced(expression);
        node.span(expression.span());
        node.type(expression.type());
        return observer.value(expression, node);
    }

    private ExpressionNode translateUnplaced(TypedExpression expression) {
        return switch (expression) {
            case TypedExpression.IntegerConstant e -> ConstantNode.of(e.value());
            case TypedExpression.FloatConstant e -> ConstantNode.of(e.value());
            case TypedExpression.BooleanConstant e -> ConstantNode.of(e.value());
            case TypedExpression.StringConstant e ->
                layout.hasLiteral(e.value())
                        ? symbol(layout.literal(e.value()))
                        : new NewStringNode(machine, e.value());
            case TypedExpression.NullConstant e -> ConstantNode.of(0);
            case TypedExpression.Read e -> variables.read(e.variable());
            case TypedExpression.Write e -> variables.write(e.variable(), translate(e.value()));
            case TypedExpression.Let e -> let(e);
            case TypedExpression.Arithmetic e ->
                e.type() == PrimitiveType.FLOAT
                        ? new FloatArithmeticNode(e.operator(), translate(e.left()), translate(e.right()))
                        : new IntegerArithmeticNode(e.operator(), translate(e.left()), translate(e.right()));
            case TypedExpression.Negate e -> new NegateNode(translate(e.operand()));
            case TypedExpression.Compare e -> compare(e);
            case TypedExpression.Not e -> new NotNode(translate(e.operand()));
            case TypedExpression.Conditional e ->
                new ConditionalNode(
                        observer.condition(e, translate(e.condition())), translate(e.whenTrue()), translate(e.whenFalse()));
            case TypedExpression.Convert e -> convert(e);
            case TypedExpression.Dynamic e -> dynamic.translate(e);
            case TypedExpression.InstanceOf e when e.operand().type().representation() == Representation.WORD ->
                new WordInstanceOfNode(machine, classLayout(e.of()), translate(e.operand()));
            case TypedExpression.InstanceOf e ->
                new InstanceOfNode(machine, classRecord(e.of()), classLayout(e.of()), translate(e.operand()));
            case TypedExpression.New e -> create(e);
            case TypedExpression.FieldRead e ->
                new FieldReadNode(machine.memory(), offset(e.field()), translate(e.object()));
            case TypedExpression.FieldWrite e -> {
                ExpressionNode[] operands = waiting(List.of(e.object(), e.value()));
                yield new FieldWriteNode(machine.memory(), offset(e.field()), operands[0], operands[1]);
            }
            case TypedExpression.ArrayLiteral e -> arrayLiteral(e);
            case TypedExpression.NewArray e -> newArray(e);
            case TypedExpression.ElementRead e -> {
                ExpressionNode[] operands = waiting(List.of(e.array(), e.index()));
                if (isArrayOfAny(e.array().type())) {
                    yield new ViewElementReadNode(
                            machine, form(e.array().type()), arrayClass(e.array().type()), operands[0], operands[1]);
                }
                yield new ElementReadNode(machine.memory(), form(e.array().type()), operands[0], operands[1]);
            }
            case TypedExpression.ElementWrite e -> {
                ExpressionNode[] operands = waiting(List.of(e.array(), e.index(), e.value()));
                if (isArrayOfAny(e.array().type())) {
                    yield new ViewElementWriteNode(machine, operands[0], operands[1], operands[2]);
                }
                yield new ElementWriteNode(
                        machine.memory(), form(e.array().type()), operands[0], operands[1], operands[2]);
            }
            case TypedExpression.Length e ->
                isString(e.of().type())
                        ? new StringLengthNode(machine.strings(), translate(e.of()))
                        : new ArrayLengthNode(machine.memory(), translate(e.of()));
            case TypedExpression.Call e ->
                new CallNode(program.code(e.function()), e.arguments(), waiting(e.arguments()));
            case TypedExpression.MethodCall e -> methodCall(e);
            case TypedExpression.ClosureCall e -> closureCall(e);
            case TypedExpression.DynamicRead e -> members.member(e);
            case TypedExpression.DynamicWrite e -> members.member(e);
            case TypedExpression.DynamicMethodCall e -> members.member(e);
            case TypedExpression.DynamicCall e -> members.call(e);
            case TypedExpression.FunctionReference e -> symbol(layout.functionValue(e.function()));
            case TypedExpression.MakeClosure e -> makeClosure(e);
            case TypedExpression.TypeTest e when e.of() == PrimitiveType.INTEGER ->
                new IsIntegerNode(machine, translate(e.operand()));
            case TypedExpression.TypeTest e when e.of() instanceof ArrayType a && a.element() == PrimitiveType.ANY ->
                new IsArrayNode(machine, translate(e.operand()));
            case TypedExpression.TypeTest e when e.of() instanceof FunctionType f ->
                new IsOfTypeNode(machine, layout.symbols().get(layout.typeTests(f)).bits(), translate(e.operand()));
            case TypedExpression.TypeTest e -> throw specialised();
            case TypedExpression.Leave e -> throw specialised();
            case TypedExpression.Expected e -> throw specialised();
            case TypedExpression.Usually e -> throw specialised();
            case TypedExpression.GuardFailure e -> throw specialised();
            case TypedExpression.BuiltinCall e -> builtins.translate(e);
            case TypedExpression.Print e -> new PrintNode(machine, e, each(e.arguments()));
            case TypedExpression.Assert e ->
                new AssertNode(
                        machine.strings(),
                        translate(e.condition()),
                        e.message().map(this::translate).orElse(null));
        };
    }

    static IllegalArgumentException specialised() {
        return new IllegalArgumentException("only devices run specialised functions");
    }

    /** Operands of which none waits while another may allocate, or none is a reference. */
    private ExpressionNode[] each(List<TypedExpression> operands) {
        return operands.stream().map(this::translate).toArray(ExpressionNode[]::new);
    }

    /** Operands that are evaluated in order: a reference that waits for one that may allocate is a root. */
    ExpressionNode[] waiting(List<TypedExpression> operands) {
        ExpressionNode[] nodes = new ExpressionNode[operands.size()];
        boolean allocates = false;
        for (int i = nodes.length - 1; i >= 0; i--) {
            TypedExpression operand = operands.get(i);
            ExpressionNode node = translate(operand);
            nodes[i] = allocates && needsRoot(operand) ? frame.rooted(operand.type(), node) : node;
            allocates |= program.allocation().mayAllocate(operand);
        }
        return nodes;
    }

    /** Operands of a node that allocates itself once they are evaluated: all references are roots. */
    ExpressionNode[] kept(List<TypedExpression> operands) {
        return operands.stream()
                .map(o -> needsRoot(o) ? frame.rooted(o.type(), translate(o)) : translate(o))
                .toArray(ExpressionNode[]::new);
    }

    /** Constants are never freed, and locals are roots already; none of the other operands writes them. */
    private static boolean needsRoot(TypedExpression operand) {
        return operand.type().isTraced()
                && switch (operand) {
                    case TypedExpression.StringConstant e -> false;
                    case TypedExpression.NullConstant e -> false;
                    case TypedExpression.FunctionReference e -> false;
                    case TypedExpression.Read e ->
                        !(e.variable() instanceof Local local) || local.shared();
                    default -> true;
                };
    }

    private ExpressionNode let(TypedExpression.Let e) {
        StatementNode[] temporaries = e.temporaries().stream().map(this::temporary).toArray(StatementNode[]::new);
        return new LetNode(temporaries, translate(e.body()));
    }

    private StatementNode temporary(TypedExpression.Temporary t) {
        ExpressionNode value = translate(t.value());
        boolean hasValue = t.value().type().representation() != Representation.NOTHING;
        return hasValue ? variables.declare(t.local(), value) : EvaluateNode.of(t.value().type(), value);
    }

    private ExpressionNode compare(TypedExpression.Compare e) {
        ExpressionNode[] operands = waiting(List.of(e.left(), e.right()));
        ExpressionNode left = operands[0];
        ExpressionNode right = operands[1];
        return switch (e.domain()) {
            case INTEGER, IDENTITY -> new IntegerCompareNode(e.operator(), left, right);
            case FLOAT -> new FloatCompareNode(e.operator(), left, right);
            case BOOLEAN -> new BooleanCompareNode(e.operator() == ComparisonOperator.EQUAL, left, right);
            case STRING -> new StringCompareNode(machine.strings(), e.operator(), left, right);
        };
    }

    private ExpressionNode convert(TypedExpression.Convert written) {
        TypedExpression.Convert e = FunctionAdapters.adapted(program.typed().adapters(), written);
        ExpressionNode operand = translate(e == written ? e.operand() : kept(e.operand(), written.operand()));
        return switch (e.conversion()) {
            case INTEGER_TO_FLOAT, FLOAT_TO_INTEGER, BOOLEAN_TO_INTEGER, INTEGER_TO_BOOLEAN, FLOAT_TO_BOOLEAN,
                    REFERENCE_TO_BOOLEAN ->
                new NumberConversionNode(e.conversion(), operand);
            case STRING_TO_BOOLEAN -> new StringTruthNode(machine.strings(), operand);
            case INTEGER_TO_STRING, FLOAT_TO_STRING, BOOLEAN_TO_STRING, REFERENCE_TO_STRING ->
                new TextConversionNode(machine, e.conversion(), operand);
            case INTEGER_TO_ANY, FLOAT_TO_ANY, BOOLEAN_TO_ANY, REFERENCE_TO_ANY ->
                new ToWordNode(machine, e.conversion(), operand);
            case ANY_TO_INTEGER -> FromWordNode.of(machine, FromWordNode.Wanted.INTEGER, operand);
            case ANY_TO_FLOAT, ANY_TO_BOOLEAN -> FromWordNode.of(machine, FromWordNode.Wanted.OTHER, operand);
            case ANY_TO_UNION -> dynamic.toUnion(e.type(), operand);
            case ANY_TO_REFERENCE -> dynamic.toReference(e.type(), operand);
            case ANY_NARROWED ->
                FromWordNode.of(
                        machine,
                        e.type().isReference()
                                ? FromWordNode.Wanted.REFERENCE
                                : e.type() == PrimitiveType.INTEGER ? FromWordNode.Wanted.INTEGER : FromWordNode.Wanted.OTHER,
                        operand);
            case ANY_TO_TRUTH -> FromWordNode.truth(machine, operand);
            case ANY_TO_STRING -> FromWordNode.of(machine, FromWordNode.Wanted.TEXT, operand);
            case REINTERPRET -> operand;
            case NOT_NULL -> new NotNullNode(
                    RunTimeErrorKind.NULL_VALUE,
                    e.type().representation() == Representation.WORD ? Word.NULL : 0,
                    operand);
            case DOWNCAST -> {
                ClassType target = (ClassType) NullableType.without(e.type());
                DowncastNode.OfNull ofNull = e.type() instanceof NullableType
                        ? DowncastNode.OfNull.PASSES
                        : e.operand().type() instanceof NullableType ? DowncastNode.OfNull.IS_WRONG : DowncastNode.OfNull.SHOULD_NOT_BE;
                yield new DowncastNode(machine, classRecord(target), classLayout(target), ofNull, operand);
            }
        };
    }

    /** The function that has been made to fit, in the place that is kept for it if the word is one of a dynamic access. */
    private TypedExpression kept(TypedExpression adapted, TypedExpression word) {
        return word instanceof TypedExpression.Read read && read.variable() instanceof Local local
                ? frame.adapted(local)
                        .<TypedExpression>map(place -> new TypedExpression.Write(adapted.span(), place, adapted))
                        .orElse(adapted)
                : adapted;
    }

    private ExpressionNode create(TypedExpression.New e) {
        return new NewNode(
                machine,
                classRecord(e.type()),
                program.code(program.typed().classes().get(e.type()).constructor()),
                e.arguments(),
                kept(e.arguments()),
                frame.baseSlot(),
                frame.newRoot());
    }

    private ExpressionNode arrayLiteral(TypedExpression.ArrayLiteral e) {
        return layout.constantArray(e)
                .<ExpressionNode>map(this::symbol)
                .orElseGet(() -> new ArrayLiteralNode(
                        machine, arrayClass(e.type()), form(e.type()), e.type(), kept(e.elements())));
    }

    private ExpressionNode newArray(TypedExpression.NewArray e) {
        ExpressionNode length = translate(e.length());
        ExpressionNode fill = e.fill().map(f -> kept(List.of(f))[0]).orElse(null);
        Type fillType = e.fill().map(TypedExpression::type).orElse(null);
        return new NewArrayNode(machine, arrayClass(e.type()), form(e.type()), length, fill, fillType);
    }

    private ExpressionNode methodCall(TypedExpression.MethodCall e) {
        List<TypedExpression> operands = new ArrayList<>(List.of(e.receiver()));
        operands.addAll(e.arguments());
        int slot = classLayout(e.method().owner()).slot(e.method().name());
        return new MethodCallNode(machine, slot, operands, waiting(operands));
    }

    private ExpressionNode closureCall(TypedExpression.ClosureCall e) {
        List<TypedExpression> operands = new ArrayList<>(List.of(e.callee()));
        operands.addAll(e.arguments());
        ExpressionNode[] nodes = waiting(operands);
        ExpressionNode[] arguments = Arrays.copyOfRange(nodes, 1, nodes.length);
        return new ClosureCallNode(machine, nodes[0], e.arguments(), arguments);
    }

    private ExpressionNode makeClosure(TypedExpression.MakeClosure e) {
        TypedFunction function = program.typed().functions().get(e.function());
        int record = layout.symbols().get(layout.closureClass(e.function())).bits();
        ExpressionNode[] captured = e.captured().stream().map(variables::captured).toArray(ExpressionNode[]::new);
        return new MakeClosureNode(machine, record, program.word(e.function()), function.captures(), captured);
    }

    ConstantNode symbol(String name) {
        return ConstantNode.of(layout.symbols().get(name).bits());
    }

    private int offset(Field field) {
        return classLayout(field.owner()).offsets().get(field);
    }

    private ClassLayout classLayout(ClassType type) {
        return layout.classes().of(type);
    }

    private int classRecord(ClassType type) {
        return layout.symbols().get(ProgramLayout.classSymbol(classLayout(type))).bits();
    }

    int arrayClass(Type type) {
        String symbol = layout.arrayClass(type);
        Address own = layout.symbols().get(symbol);
        return (own != null ? own : machine.firmware().get(symbol)).bits();
    }

    static boolean isArrayOfAny(Type type) {
        return type instanceof ArrayType array && array.element() == PrimitiveType.ANY;
    }

    ArrayForm form(Type type) {
        return ArrayForm.of(program.typed(), type);
    }

    private static boolean isString(Type type) {
        return NullableType.without(type) == PrimitiveType.STRING;
    }
}
