// Collision detection: ten aircraft fly for 200 frames; in each frame all pairs that come too close are
// found. The plane is divided into squares; a red-black tree maps a square to the aircraft that may touch
// it, and only aircraft in the same square are compared. The result is the number of collisions.

// ---- vectors ----

// What a tree can hold.
class Item {
}

// What a tree can be ordered by: negative, zero, or positive as this key is less, equal or greater.
class Key extends Item {
    compareTo(other) {
        return 0;
    }
}

function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

class Vector2 extends Key {
    constructor(x, y) {
        super();
        this.x = x;
        this.y = y;
    }

    plus(other) {
        return new Vector2(this.x + other.x, this.y + other.y);
    }

    minus(other) {
        return new Vector2(this.x - other.x, this.y - other.y);
    }

    compareTo(other) {
        const order = compare(this.x, other.x);
        return order != 0 ? order : compare(this.y, other.y);
    }
}

class Vector3 extends Item {
    constructor(x, y, z) {
        super();
        this.x = x;
        this.y = y;
        this.z = z;
    }

    plus(other) {
        return new Vector3(this.x + other.x, this.y + other.y, this.z + other.z);
    }

    minus(other) {
        return new Vector3(this.x - other.x, this.y - other.y, this.z - other.z);
    }

    times(factor) {
        return new Vector3(this.x * factor, this.y * factor, this.z * factor);
    }

    dot(other) {
        return this.x * other.x + this.y * other.y + this.z * other.z;
    }

    squaredMagnitude() {
        return this.dot(this);
    }
}

// ---- the red-black tree ----

class TreeNode {
    constructor(key, value) {
        this.left = null;
        this.right = null;
        this.parent = null;
        this.red = true;
        this.key = key;
        this.value = value;
    }
}

class RedBlackTree {
    constructor() {
        this.root = null;
    }

    get(key) {
        const node = this.find(key);
        return node == null ? null : node.value;
    }

    // Returns the value that the key had before.
    put(key, value) {
        let parent = null;
        let order = 0;
        let at = this.root;
        while (at != null) {
            order = key.compareTo(at.key);
            if (order == 0) {
                const before = at.value;
                at.value = value;
                return before;
            }
            parent = at;
            at = order < 0 ? at.left : at.right;
        }

        const node = new TreeNode(key, value);
        node.parent = parent;
        if (parent == null) {
            this.root = node;
        } else if (order < 0) {
            parent.left = node;
        } else {
            parent.right = node;
        }
        this.balanceAfterPut(node);
        return null;
    }

    // Returns the value that the key had.
    remove(key) {
        const node = this.find(key);
        if (node == null) {
            return null;
        }
        // A node with two children gives its place to its successor, which has no left child.
        if (node.left != null && node.right != null) {
            this.swapWithSuccessor(node);
        }
        const child = node.left != null ? node.left : node.right;
        const parent = node.parent;
        this.replace(node, child);
        if (!node.red) {
            this.balanceAfterRemove(child, parent);
        }
        return node.value;
    }

    // In the order of the keys. The tree must not change meanwhile.
    forEach(visit) {
        let node = this.root == null ? null : this.leftmost(this.root);
        while (node != null) {
            visit(node.key, node.value);
            node = this.successor(node);
        }
    }

    find(key) {
        let node = this.root;
        while (node != null) {
            const order = key.compareTo(node.key);
            if (order == 0) {
                return node;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    leftmost(top) {
        let node = top;
        let left = node.left;
        while (left != null) {
            node = left;
            left = node.left;
        }
        return node;
    }

    successor(node) {
        if (node.right != null) {
            return this.leftmost(node.right);
        }
        let child = node;
        let parent = node.parent;
        while (parent != null && child == parent.right) {
            child = parent;
            parent = parent.parent;
        }
        return parent;
    }

    // Puts `child` in the place of `node` below its parent.
    replace(node, child) {
        const parent = node.parent;
        if (parent == null) {
            this.root = child;
        } else if (node == parent.left) {
            parent.left = child;
        } else {
            parent.right = child;
        }
        if (child != null) {
            child.parent = parent;
        }
    }

    swapWithSuccessor(node) {
        const next = this.successor(node);
        if (next == null) {
            return;
        }
        const left = node.left;
        const right = node.right;
        const nextParent = next.parent;
        const nextRight = next.right;
        const red = node.red;
        node.red = next.red;
        next.red = red;

        this.replace(node, next);
        next.left = left;
        if (left != null) {
            left.parent = next;
        }
        if (next == right) {
            next.right = node;
            node.parent = next;
        } else {
            next.right = right;
            if (right != null) {
                right.parent = next;
            }
            node.parent = nextParent;
            if (nextParent != null) {
                nextParent.left = node;
            }
        }
        node.left = null;
        node.right = nextRight;
        if (nextRight != null) {
            nextRight.parent = node;
        }
    }

    rotateLeft(node) {
        const child = node.right;
        if (child != null) {
            const inner = child.left;
            this.replace(node, child);
            child.left = node;
            node.parent = child;
            node.right = inner;
            if (inner != null) {
                inner.parent = node;
            }
        }
    }

    rotateRight(node) {
        const child = node.left;
        if (child != null) {
            const inner = child.right;
            this.replace(node, child);
            child.right = node;
            node.parent = child;
            node.left = inner;
            if (inner != null) {
                inner.parent = node;
            }
        }
    }

    // The new node is red; if its parent is too, colours move up or a rotation ends it.
    balanceAfterPut(inserted) {
        let node = inserted;
        let parent = node.parent;
        while (parent != null && parent.red) {
            const grand = parent.parent;
            if (grand == null) {
                break;
            }
            const uncle = parent == grand.left ? grand.right : grand.left;
            if (uncle != null && uncle.red) {
                parent.red = false;
                uncle.red = false;
                grand.red = true;
                node = grand;
                parent = node.parent;
            } else {
                if (parent == grand.left) {
                    if (node == parent.right) {
                        this.rotateLeft(parent);
                        parent = node;
                    }
                    this.rotateRight(grand);
                } else {
                    if (node == parent.left) {
                        this.rotateRight(parent);
                        parent = node;
                    }
                    this.rotateLeft(grand);
                }
                parent.red = false;
                grand.red = true;
                break;
            }
        }
        const root = this.root;
        if (root != null) {
            root.red = false;
        }
    }

    // Paths through `start`, which may be missing below `above`, lack one black node.
    balanceAfterRemove(start, above) {
        let node = start;
        let parent = above;
        while (parent != null && (node == null || !node.red)) {
            const onLeft = node == parent.left;
            let sibling = onLeft ? parent.right : parent.left;
            if (sibling != null && sibling.red) {
                sibling.red = false;
                parent.red = true;
                if (onLeft) {
                    this.rotateLeft(parent);
                    sibling = parent.right;
                } else {
                    this.rotateRight(parent);
                    sibling = parent.left;
                }
            }
            if (sibling == null) {
                break;
            }
            const near = onLeft ? sibling.left : sibling.right;
            const far = onLeft ? sibling.right : sibling.left;
            if (far != null && far.red) {
                far.red = false;
                sibling.red = parent.red;
                parent.red = false;
                if (onLeft) {
                    this.rotateLeft(parent);
                } else {
                    this.rotateRight(parent);
                }
                return;
            }
            if (near != null && near.red) {
                near.red = parent.red;
                parent.red = false;
                if (onLeft) {
                    this.rotateRight(sibling);
                    this.rotateLeft(parent);
                } else {
                    this.rotateLeft(sibling);
                    this.rotateRight(parent);
                }
                return;
            }
            sibling.red = true;
            node = parent;
            parent = node.parent;
        }
        if (node != null) {
            node.red = false;
        }
    }
}

// ---- aircraft ----

const MIN_X = 0.0;
const MIN_Y = 0.0;
const MIN_Z = 0.0;
const MAX_X = 1000.0;
const MAX_Y = 1000.0;
const MAX_Z = 10.0;
const PROXIMITY = 1.0;
const SQUARE = 2.0;

class CallSign extends Key {
    constructor(number) {
        super();
        this.number = number;
    }

    compareTo(other) {
        return this.number - other.number;
    }
}

class Aircraft {
    constructor(callSign, position) {
        this.callSign = callSign;
        this.position = position;
    }
}

class Collision {
    constructor(first, second, position) {
        this.first = first;
        this.second = second;
        this.position = position;
    }
}

// The way of an aircraft from one frame to the next.
class Motion {
    constructor(callSign, from, to) {
        this.callSign = callSign;
        this.from = from;
        this.to = to;
    }

    // A place where both aircraft come too close to each other at some time of the frame, if there is one.
    intersection(other) {
        const way1 = this.to.minus(this.from);
        const way2 = other.to.minus(other.from);
        const apart = this.from.minus(other.from);

        // The squared distance at time t is a t² + b t + c + PROXIMITY².
        const relative = way1.minus(way2);
        const a = relative.squaredMagnitude();
        const c = apart.squaredMagnitude() - PROXIMITY * PROXIMITY;
        if (a == 0.0) {
            return c <= 0.0 ? this.from.plus(other.from).times(0.5) : null;
        }
        const b = 2.0 * apart.dot(relative);
        const discriminant = b * b - 4.0 * a * c;
        if (discriminant < 0.0) {
            return null;
        }
        const root = Math.sqrt(discriminant);
        const enter = (-b - root) / (2.0 * a);
        const leave = (-b + root) / (2.0 * a);
        if (enter > 1.0 || leave < 0.0) {
            return null;
        }
        const time = enter <= 0.0 ? 0.0 : enter;
        const place1 = this.from.plus(way1.times(time));
        const place2 = other.from.plus(way2.times(time));
        const place = place1.plus(place2).times(0.5);
        const inside = place.x >= MIN_X && place.x <= MAX_X
            && place.y >= MIN_Y && place.y <= MAX_Y
            && place.z >= MIN_Z && place.z <= MAX_Z;
        return inside ? place : null;
    }
}

class Simulator {
    constructor(aircraft) {
        this.callSigns = [];
        for (let i = 0; i < aircraft; i++) {
            this.callSigns.push(new CallSign(i));
        }
    }

    // Where all aircraft are at that time, whose cosine and sine are given.
    frame(time, cosine, sine) {
        const frame = [];
        for (let i = 0; i < this.callSigns.length; i += 2) {
            frame.push(new Aircraft(this.callSigns[i], new Vector3(time, cosine * 2.0 + i * 3, 10.0)));
            frame.push(new Aircraft(this.callSigns[i + 1], new Vector3(time, sine * 2.0 + i * 3, 10.0)));
        }
        return frame;
    }
}

// ---- detection ----

class MotionList extends Item {
    constructor() {
        super();
        this.motions = [];
    }
}

// Whether a way from `start`, `length` long, meets the strip from `low`, as wide as a square and widened by
// half the proximity at both sides, is decided along x and y alike; `enter` and `leave` are the times.
class Strip {
    constructor(low, start, length) {
        const margin = PROXIMITY * 0.5;
        const enter = (low - margin - start) / length;
        const leave = (low + SQUARE + margin - start) / length;
        this.still = length == 0.0;
        this.inside = low <= start + margin && start - margin <= low + SQUARE;
        this.enter = length < 0.0 ? leave : enter;
        this.leave = length < 0.0 ? enter : leave;
    }

    meets() {
        return this.still ? this.inside : this.enter <= 1.0 && this.leave >= 0.0;
    }

    meetsTogether(other) {
        return this.still || other.still || (this.enter <= other.leave && other.enter <= this.leave);
    }
}

function touches(square, motion) {
    if (square.x > MAX_X || square.x < MIN_X || square.y > MAX_Y || square.y < MIN_Y) {
        return false;
    }
    const from = motion.from;
    const to = motion.to;
    const x = new Strip(square.x, from.x, to.x - from.x);
    const y = new Strip(square.y, from.y, to.y - from.y);
    return x.meets() && y.meets() && x.meetsTogether(y);
}

function squareAt(position) {
    const column = (position.x / SQUARE) | 0;
    const row = (position.y / SQUARE) | 0;
    const x = SQUARE * column;
    const y = SQUARE * row;
    return new Vector2(position.x < 0.0 ? x - SQUARE : x, position.y < 0.0 ? y - SQUARE : y);
}

class CollisionDetector {
    constructor() {
        this.positions = new RedBlackTree();
        this.right = new Vector2(SQUARE, 0.0);
        this.up = new Vector2(0.0, SQUARE);
    }

    handleFrame(frame) {
        const motions = this.motionsTo(frame);
        const squares = new RedBlackTree();
        for (const motion of motions) {
            this.draw(squares, new RedBlackTree(), squareAt(motion.from), motion);
        }

        const collisions = [];
        squares.forEach((key, value) => {
            const list = value.motions;
            for (let i = 0; i < list.length; i++) {
                for (let j = i + 1; j < list.length; j++) {
                    const place = list[i].intersection(list[j]);
                    if (place != null) {
                        collisions.push(new Collision(list[i].callSign, list[j].callSign, place));
                    }
                }
            }
        });
        return collisions;
    }

    // An aircraft that was not there before has not moved; one that is gone is forgotten.
    motionsTo(frame) {
        const motions = [];
        const seen = new RedBlackTree();
        for (const aircraft of frame) {
            const before = this.positions.put(aircraft.callSign, aircraft.position);
            seen.put(aircraft.callSign, aircraft.position);
            const from = before == null ? aircraft.position : before;
            motions.push(new Motion(aircraft.callSign, from, aircraft.position));
        }

        const gone = [];
        this.positions.forEach((key, value) => {
            if (seen.get(key) == null) {
                gone.push(key);
            }
        });
        for (const key of gone) {
            this.positions.remove(key);
        }
        return motions;
    }

    // Enters the motion at this square and, from there, at all that it touches.
    draw(squares, seen, square, motion) {
        if (!touches(square, motion)) {
            return;
        }
        if (seen.put(square, square) != null) {
            return;
        }
        this.enter(squares, square, motion);
        const left = square.minus(this.right);
        const right = square.plus(this.right);
        this.draw(squares, seen, left, motion);
        this.draw(squares, seen, right, motion);
        this.draw(squares, seen, square.minus(this.up), motion);
        this.draw(squares, seen, square.plus(this.up), motion);
        this.draw(squares, seen, left.minus(this.up), motion);
        this.draw(squares, seen, left.plus(this.up), motion);
        this.draw(squares, seen, right.minus(this.up), motion);
        this.draw(squares, seen, right.plus(this.up), motion);
    }

    enter(squares, square, motion) {
        const found = squares.get(square);
        if (found != null) {
            found.motions.push(motion);
        } else {
            const list = new MotionList();
            list.motions.push(motion);
            squares.put(square, list);
        }
    }
}

function detectCollisions(aircraft, frames) {
    const simulator = new Simulator(aircraft);
    const detector = new CollisionDetector();
    let collisions = 0;
    let cosine = 1.0;
    let sine = 0.0;
    for (let i = 0; i < frames; i++) {
        collisions += detector.handleFrame(simulator.frame(i / 10.0, cosine, sine)).length;
        // A frame is a tenth of a second: turns by 0.1.
        const next = cosine * 0.9950041652780258 - sine * 0.09983341664682815;
        sine = sine * 0.9950041652780258 + cosine * 0.09983341664682815;
        cosine = next;
    }
    return collisions;
}

function run() {
    return detectCollisions(10, 200);
}

function right(result) {
    return result == 390;
}
