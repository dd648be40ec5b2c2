package org.bluescript.language.nodes;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bluescript.language.machine.HostMachine;
import org.bluescript.language.text.FloatText;
import org.bluescript.language.typed.TypedExpression;
import org.bluescript.language.types.Representation;
import org.bluescript.language.types.Type;

/** Prints values in one line. Each is turned into text as soon as it is there. */
public final class PrintNode extends ExpressionNode {
    private final HostMachine machine;
    private final boolean toError;
    @Children private final ExpressionNode[] values;
    @CompilationFinal(dimensions = 1) private final ValueForm[] forms;
    @CompilationFinal(dimensions = 1) private final Representation[] representations;

    public PrintNode(HostMachine machine, TypedExpression.Print print, ExpressionNode[] values) {
        this.machine = machine;
        this.toError = print.toError();
        this.values = values;
        this.forms = new ValueForm[values.length];
        this.representations = new Representation[values.length];
        for (int i = 0; i < values.length; i++) {
            Type type = print.arguments().get(i).type();
            forms[i] = ValueForm.of(type);
            representations[i] = type.representation();
        }
    }

    @Override
    @ExplodeLoop
    public void executeVoid(VirtualFrame frame) {
        ByteArrayOutputStream line = begin();
        for (int i = 0; i < values.length; i++) {
            append(line, i, forms[i].box(values[i], frame));
        }
        end(line);
    }

    @TruffleBoundary
    private static ByteArrayOutputStream begin() {
        return new ByteArrayOutputStream();
    }

    @TruffleBoundary
    private void append(ByteArrayOutputStream line, int index, Object value) {
        if (index > 0) {
            line.write(' ');
        }
        switch (representations[index]) {
            case REFERENCE -> machine.texts().append(line, (int) value);
            case WORD -> machine.texts().appendWord(line, (int) value);
            case INTEGER, FLOAT, BOOLEAN, NOTHING -> {
                String text = value instanceof Float number ? FloatText.of(number) : value.toString();
                line.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @TruffleBoundary
    private void end(ByteArrayOutputStream line) {
        machine.output().line(toError, line.toByteArray());
    }
}
