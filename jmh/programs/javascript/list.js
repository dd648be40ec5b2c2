// Takeuchi's function on linked lists: the numbers of the original are lengths of lists here.

class Element {
    constructor(value) {
        this.next = null;
        this.value = value;
    }
}

function makeList(length) {
    if (length == 0) {
        return null;
    }
    const element = new Element(length);
    element.next = makeList(length - 1);
    return element;
}

function lengthOf(list) {
    return list == null ? 0 : 1 + lengthOf(list.next);
}

function isShorter(a, b) {
    while (b != null) {
        if (a == null) {
            return true;
        }
        a = a.next;
        b = b.next;
    }
    return false;
}

function tail(x, y, z) {
    if (x == null || y == null || z == null || !isShorter(y, x)) {
        return z;
    }
    return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y));
}

function run() {
    return lengthOf(tail(makeList(15), makeList(10), makeList(6)));
}

function right(result) {
    return result == 10;
}
