package org.bluescript.cli.fuzz.make;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.fuzz.text.Node;

/** Array literals and {@code new} arrays. */
final class ArrayMakings implements ExpressionForm {
    private static final int MOST = 6;

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public int weight(Maker make, ValueType wanted, Scope scope) {
        return wanted.isArray() ? 12 : 0;
    }

    @Override
    public Node make(Maker make, ValueType wanted, Scope scope, int depth) {
        Chooser chooser = make.chooser();
        if (!(wanted instanceof ValueType.ArrayOf array)) {
            return chooser.percent(50)
                    ? Maker.primary(wanted, "new " + wanted.text() + "(" + length(chooser) + ")")
                    : Maker.primary(wanted, "new " + wanted.text() + "(" + length(chooser) + ", ",
                            make.expression(wanted.element(), scope, depth), ")");
        }
        if (chooser.percent(30)) {
            return Maker.primary(wanted, "new Array<" + array.element().text() + ">(" + length(chooser) + ", ",
                    make.expression(array.element(), scope, depth), ")");
        }
        if (chooser.percent(10) && depth > 0) {
            return Maker.primary(
                    wanted, "new Array<" + array.element().text() + ">(", make.expression(wanted, scope, depth), ")");
        }
        int length = chooser.between(1, MOST);
        List<Object> parts = new ArrayList<>(List.of("["));
        for (int i = 0; i < length; i++) {
            parts.add(Node.of(Node.Role.ITEM, "", make.expression(array.element(), scope, depth),
                    i == length - 1 ? "" : ", "));
        }
        parts.add("]");
        return array.element().mustBeSaid()
                ? Maker.group(wanted, Node.of(Node.Role.ITEM, "", parts.toArray()), " as " + array.text())
                : Maker.primary(wanted, parts.toArray());
    }

    private static String length(Chooser chooser) {
        return chooser.percent(97) ? Integer.toString(chooser.below(20)) : chooser.of("-1", "60", "150000", "1000000");
    }
}
