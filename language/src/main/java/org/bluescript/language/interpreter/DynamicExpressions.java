package org.bluescript.language.interpreter;

import java.util.List;
import org.bluescript.language.layout.ProgramLayout;
import org.bluescript.language.layout.TypeNames;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.nodes.DynamicArithmeticNode;
import org.bluescript.language.nodes.DynamicCompareNode;
import org.bluescript.language.nodes.DynamicNode;
import org.bluescript.language.nodes.ExpressionNode;
import org.bluescript.language.nodes.RequireTypeNode;
import org.bluescript.language.typed.DynamicOperator;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.Type;

/** Translates what is done with words of type {@code any}. */
final class DynamicExpressions {
    private final HostMachine machine;
    private final ProgramLayout layout;
    private final Expressions expressions;

    DynamicExpressions(TreeTranslator program, Expressions expressions) {
        this.machine = program.machine();
        this.layout = program.layout();
        this.expressions = expressions;
    }

    ExpressionNode translate(TypedExpression.Dynamic e) {
        List<TypedExpression> operands = e.operands();
        return switch (e.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, BIT_AND,
                    BIT_OR, BIT_XOR -> {
                ExpressionNode[] nodes = expressions.kept(operands);
                yield new DynamicArithmeticNode(machine, e.operator(), nodes[0], nodes[1]);
            }
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                ExpressionNode[] nodes = expressions.waiting(operands);
                yield new DynamicCompareNode(machine, e.operator(), nodes[0], nodes[1]);
            }
            case NEGATE, PLUS, BIT_NOT, INCREMENT, DECREMENT, TYPE_OF, LENGTH, ELEMENT, SET_ELEMENT, ITEM, ITEM_STEP ->
                new DynamicNode(machine, e.operator(), typeNames(e.operator()), expressions.kept(operands));
        };
    }

    private int[] typeNames(DynamicOperator operator) {
        return operator == DynamicOperator.TYPE_OF
                ? TypeNames.ALL.stream()
                        .mapToInt(n -> layout.symbols().get(layout.literal(n)).bits())
                        .toArray()
                : new int[0];
    }

    /** The word as a reference of the type, checked. */
    ExpressionNode toReference(Type type, ExpressionNode word) {
        return new RequireTypeNode(machine, layout.symbols().get(layout.typeTests(type)).bits(), false, word);
    }

    /** The word, if it holds a value of the union. */
    ExpressionNode toUnion(Type type, ExpressionNode word) {
        return new RequireTypeNode(machine, layout.symbols().get(layout.typeTests(type)).bits(), true, word);
    }
}
