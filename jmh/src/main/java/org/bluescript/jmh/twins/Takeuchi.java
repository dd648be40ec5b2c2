package org.bluescript.jmh.twins;

final class Takeuchi {
    private static final class Element {
        Element next;
    }

    private Takeuchi() {}

    static int run() {
        return lengthOf(tail(makeList(15), makeList(10), makeList(6)));
    }

    private static Element makeList(int length) {
        if (length == 0) {
            return null;
        }
        Element element = new Element();
        element.next = makeList(length - 1);
        return element;
    }

    private static int lengthOf(Element list) {
        return list == null ? 0 : 1 + lengthOf(list.next);
    }

    private static boolean isShorter(Element a, Element b) {
        while (b != null) {
            if (a == null) {
                return true;
            }
            a = a.next;
            b = b.next;
        }
        return false;
    }

    private static Element tail(Element x, Element y, Element z) {
        if (x == null || y == null || z == null || !isShorter(y, x)) {
            return z;
        }
        return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y));
    }
}
