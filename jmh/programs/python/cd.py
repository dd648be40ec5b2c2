# Collision detection: ten aircraft fly for 200 frames; in each frame all pairs that come too close are
# found. The plane is divided into squares; a red-black tree maps a square to the aircraft that may touch
# it, and only aircraft in the same square are compared. The result is the number of collisions.
import math

# ---- vectors ----


# What a tree can hold.
class Item:
    pass


# What a tree can be ordered by: negative, zero, or positive as this key is less, equal or greater.
class Key(Item):
    def compare_to(self, other):
        return 0


def compare(a, b):
    return -1 if a < b else 1 if a > b else 0


class Vector2(Key):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector2(self.x + other.x, self.y + other.y)

    def minus(self, other):
        return Vector2(self.x - other.x, self.y - other.y)

    def compare_to(self, other):
        order = compare(self.x, other.x)
        return order if order != 0 else compare(self.y, other.y)


class Vector3(Item):
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def plus(self, other):
        return Vector3(self.x + other.x, self.y + other.y, self.z + other.z)

    def minus(self, other):
        return Vector3(self.x - other.x, self.y - other.y, self.z - other.z)

    def times(self, factor):
        return Vector3(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def squared_magnitude(self):
        return self.dot(self)

# ---- the red-black tree ----


class TreeNode:
    def __init__(self, key, value):
        self.left = None
        self.right = None
        self.parent = None
        self.red = True
        self.key = key
        self.value = value


class RedBlackTree:
    def __init__(self):
        self.root = None

    def get(self, key):
        node = self.find(key)
        return None if node is None else node.value

    # Returns the value that the key had before.
    def put(self, key, value):
        parent = None
        order = 0
        at = self.root
        while at is not None:
            order = key.compare_to(at.key)
            if order == 0:
                before = at.value
                at.value = value
                return before
            parent = at
            at = at.left if order < 0 else at.right

        node = TreeNode(key, value)
        node.parent = parent
        if parent is None:
            self.root = node
        elif order < 0:
            parent.left = node
        else:
            parent.right = node
        self.balance_after_put(node)
        return None

    # Returns the value that the key had.
    def remove(self, key):
        node = self.find(key)
        if node is None:
            return None
        # A node with two children gives its place to its successor, which has no left child.
        if node.left is not None and node.right is not None:
            self.swap_with_successor(node)
        child = node.left if node.left is not None else node.right
        parent = node.parent
        self.replace(node, child)
        if not node.red:
            self.balance_after_remove(child, parent)
        return node.value

    # In the order of the keys. The tree must not change meanwhile.
    def for_each(self, visit):
        node = None if self.root is None else self.leftmost(self.root)
        while node is not None:
            visit(node.key, node.value)
            node = self.successor(node)

    def find(self, key):
        node = self.root
        while node is not None:
            order = key.compare_to(node.key)
            if order == 0:
                return node
            node = node.left if order < 0 else node.right
        return None

    def leftmost(self, top):
        node = top
        left = node.left
        while left is not None:
            node = left
            left = node.left
        return node

    def successor(self, node):
        if node.right is not None:
            return self.leftmost(node.right)
        child = node
        parent = node.parent
        while parent is not None and child == parent.right:
            child = parent
            parent = parent.parent
        return parent

    # Puts `child` in the place of `node` below its parent.
    def replace(self, node, child):
        parent = node.parent
        if parent is None:
            self.root = child
        elif node == parent.left:
            parent.left = child
        else:
            parent.right = child
        if child is not None:
            child.parent = parent

    def swap_with_successor(self, node):
        next = self.successor(node)
        if next is None:
            return
        left = node.left
        right = node.right
        next_parent = next.parent
        next_right = next.right
        red = node.red
        node.red = next.red
        next.red = red

        self.replace(node, next)
        next.left = left
        if left is not None:
            left.parent = next
        if next == right:
            next.right = node
            node.parent = next
        else:
            next.right = right
            if right is not None:
                right.parent = next
            node.parent = next_parent
            if next_parent is not None:
                next_parent.left = node
        node.left = None
        node.right = next_right
        if next_right is not None:
            next_right.parent = node

    def rotate_left(self, node):
        child = node.right
        if child is not None:
            inner = child.left
            self.replace(node, child)
            child.left = node
            node.parent = child
            node.right = inner
            if inner is not None:
                inner.parent = node

    def rotate_right(self, node):
        child = node.left
        if child is not None:
            inner = child.right
            self.replace(node, child)
            child.right = node
            node.parent = child
            node.left = inner
            if inner is not None:
                inner.parent = node

    # The new node is red; if its parent is too, colours move up or a rotation ends it.
    def balance_after_put(self, inserted):
        node = inserted
        parent = node.parent
        while parent is not None and parent.red:
            grand = parent.parent
            if grand is None:
                break
            uncle = grand.right if parent == grand.left else grand.left
            if uncle is not None and uncle.red:
                parent.red = False
                uncle.red = False
                grand.red = True
                node = grand
                parent = node.parent
            else:
                if parent == grand.left:
                    if node == parent.right:
                        self.rotate_left(parent)
                        parent = node
                    self.rotate_right(grand)
                else:
                    if node == parent.left:
                        self.rotate_right(parent)
                        parent = node
                    self.rotate_left(grand)
                parent.red = False
                grand.red = True
                break
        root = self.root
        if root is not None:
            root.red = False

    # Paths through `start`, which may be missing below `above`, lack one black node.
    def balance_after_remove(self, start, above):
        node = start
        parent = above
        while parent is not None and (node is None or not node.red):
            on_left = node == parent.left
            sibling = parent.right if on_left else parent.left
            if sibling is not None and sibling.red:
                sibling.red = False
                parent.red = True
                if on_left:
                    self.rotate_left(parent)
                    sibling = parent.right
                else:
                    self.rotate_right(parent)
                    sibling = parent.left
            if sibling is None:
                break
            near = sibling.left if on_left else sibling.right
            far = sibling.right if on_left else sibling.left
            if far is not None and far.red:
                far.red = False
                sibling.red = parent.red
                parent.red = False
                if on_left:
                    self.rotate_left(parent)
                else:
                    self.rotate_right(parent)
                return
            if near is not None and near.red:
                near.red = parent.red
                parent.red = False
                if on_left:
                    self.rotate_right(sibling)
                    self.rotate_left(parent)
                else:
                    self.rotate_left(sibling)
                    self.rotate_right(parent)
                return
            sibling.red = True
            node = parent
            parent = node.parent
        if node is not None:
            node.red = False

# ---- aircraft ----

MIN_X = 0.0
MIN_Y = 0.0
MIN_Z = 0.0
MAX_X = 1000.0
MAX_Y = 1000.0
MAX_Z = 10.0
PROXIMITY = 1.0
SQUARE = 2.0


class CallSign(Key):
    def __init__(self, number):
        self.number = number

    def compare_to(self, other):
        return self.number - other.number


class Aircraft:
    def __init__(self, call_sign, position):
        self.call_sign = call_sign
        self.position = position


class Collision:
    def __init__(self, first, second, position):
        self.first = first
        self.second = second
        self.position = position


# The way of an aircraft from one frame to the next.
class Motion:
    def __init__(self, call_sign, origin, to):
        self.call_sign = call_sign
        self.origin = origin
        self.to = to

    # A place where both aircraft come too close to each other at some time of the frame, if there is one.
    def intersection(self, other):
        way1 = self.to.minus(self.origin)
        way2 = other.to.minus(other.origin)
        apart = self.origin.minus(other.origin)

        # The squared distance at time t is a t² + b t + c + PROXIMITY².
        relative = way1.minus(way2)
        a = relative.squared_magnitude()
        c = apart.squared_magnitude() - PROXIMITY * PROXIMITY
        if a == 0.0:
            return self.origin.plus(other.origin).times(0.5) if c <= 0.0 else None
        b = 2.0 * apart.dot(relative)
        discriminant = b * b - 4.0 * a * c
        if discriminant < 0.0:
            return None
        root = math.sqrt(discriminant)
        enter = (-b - root) / (2.0 * a)
        leave = (-b + root) / (2.0 * a)
        if enter > 1.0 or leave < 0.0:
            return None
        time = 0.0 if enter <= 0.0 else enter
        place1 = self.origin.plus(way1.times(time))
        place2 = other.origin.plus(way2.times(time))
        place = place1.plus(place2).times(0.5)
        inside = (place.x >= MIN_X and place.x <= MAX_X
                  and place.y >= MIN_Y and place.y <= MAX_Y
                  and place.z >= MIN_Z and place.z <= MAX_Z)
        return place if inside else None


class Simulator:
    def __init__(self, aircraft):
        self.call_signs = []
        for i in range(aircraft):
            self.call_signs.append(CallSign(i))

    # Where all aircraft are at that time, whose cosine and sine are given.
    def frame(self, time, cosine, sine):
        frame = []
        for i in range(0, len(self.call_signs), 2):
            frame.append(Aircraft(self.call_signs[i], Vector3(time, cosine * 2.0 + i * 3, 10.0)))
            frame.append(Aircraft(self.call_signs[i + 1], Vector3(time, sine * 2.0 + i * 3, 10.0)))
        return frame

# ---- detection ----


class MotionList(Item):
    def __init__(self):
        self.motions = []


# Whether a way from `start`, `length` long, meets the strip from `low`, as wide as a square and widened by
# half the proximity at both sides, is decided along x and y alike; `enter` and `leave` are the times.
class Strip:
    def __init__(self, low, start, length):
        margin = PROXIMITY * 0.5
        self.still = length == 0.0
        # Where others divide by zero and do not use it, Python must not.
        enter = 0.0 if self.still else (low - margin - start) / length
        leave = 0.0 if self.still else (low + SQUARE + margin - start) / length
        self.inside = low <= start + margin and start - margin <= low + SQUARE
        self.enter = leave if length < 0.0 else enter
        self.leave = enter if length < 0.0 else leave

    def meets(self):
        return self.inside if self.still else self.enter <= 1.0 and self.leave >= 0.0

    def meets_together(self, other):
        return self.still or other.still or (self.enter <= other.leave and other.enter <= self.leave)


def touches(square, motion):
    if square.x > MAX_X or square.x < MIN_X or square.y > MAX_Y or square.y < MIN_Y:
        return False
    origin = motion.origin
    to = motion.to
    x = Strip(square.x, origin.x, to.x - origin.x)
    y = Strip(square.y, origin.y, to.y - origin.y)
    return x.meets() and y.meets() and x.meets_together(y)


def square_at(position):
    column = int(position.x / SQUARE)
    row = int(position.y / SQUARE)
    x = SQUARE * column
    y = SQUARE * row
    return Vector2(x - SQUARE if position.x < 0.0 else x, y - SQUARE if position.y < 0.0 else y)


class CollisionDetector:
    def __init__(self):
        self.positions = RedBlackTree()
        self.right = Vector2(SQUARE, 0.0)
        self.up = Vector2(0.0, SQUARE)

    def handle_frame(self, frame):
        motions = self.motions_to(frame)
        squares = RedBlackTree()
        for motion in motions:
            self.draw(squares, RedBlackTree(), square_at(motion.origin), motion)

        collisions = []

        def visit(key, value):
            list = value.motions
            for i in range(len(list)):
                for j in range(i + 1, len(list)):
                    place = list[i].intersection(list[j])
                    if place is not None:
                        collisions.append(Collision(list[i].call_sign, list[j].call_sign, place))

        squares.for_each(visit)
        return collisions

    # An aircraft that was not there before has not moved; one that is gone is forgotten.
    def motions_to(self, frame):
        motions = []
        seen = RedBlackTree()
        for aircraft in frame:
            before = self.positions.put(aircraft.call_sign, aircraft.position)
            seen.put(aircraft.call_sign, aircraft.position)
            origin = aircraft.position if before is None else before
            motions.append(Motion(aircraft.call_sign, origin, aircraft.position))

        gone = []

        def visit(key, value):
            if seen.get(key) is None:
                gone.append(key)

        self.positions.for_each(visit)
        for key in gone:
            self.positions.remove(key)
        return motions

    # Enters the motion at this square and, from there, at all that it touches.
    def draw(self, squares, seen, square, motion):
        if not touches(square, motion):
            return
        if seen.put(square, square) is not None:
            return
        self.enter(squares, square, motion)
        left = square.minus(self.right)
        right = square.plus(self.right)
        self.draw(squares, seen, left, motion)
        self.draw(squares, seen, right, motion)
        self.draw(squares, seen, square.minus(self.up), motion)
        self.draw(squares, seen, square.plus(self.up), motion)
        self.draw(squares, seen, left.minus(self.up), motion)
        self.draw(squares, seen, left.plus(self.up), motion)
        self.draw(squares, seen, right.minus(self.up), motion)
        self.draw(squares, seen, right.plus(self.up), motion)

    def enter(self, squares, square, motion):
        found = squares.get(square)
        if found is not None:
            found.motions.append(motion)
        else:
            list = MotionList()
            list.motions.append(motion)
            squares.put(square, list)


def detect_collisions(aircraft, frames):
    simulator = Simulator(aircraft)
    detector = CollisionDetector()
    collisions = 0
    cosine = 1.0
    sine = 0.0
    for i in range(frames):
        collisions += len(detector.handle_frame(simulator.frame(i / 10.0, cosine, sine)))
        # A frame is a tenth of a second: turns by 0.1.
        next = cosine * 0.9950041652780258 - sine * 0.09983341664682815
        sine = sine * 0.9950041652780258 + cosine * 0.09983341664682815
        cosine = next
    return collisions


def run():
    return detect_collisions(10, 200)


def right(result):
    return result == 390
