# Builds a tree of arrays seven levels deep: every inner array has four children, a leaf has one to ten
# elements. The result is the number of arrays.


class Random:
    def __init__(self):
        self.seed = 74755

    def next(self):
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class TreeBuilder:
    def __init__(self):
        self.random = Random()
        self.arrays = 0

    def array_count(self):
        return self.arrays

    def depth1(self):
        self.arrays += 1
        return [False] * (self.random.next() % 10 + 1)

    def depth2(self):
        self.arrays += 1
        return [self.depth1(), self.depth1(), self.depth1(), self.depth1()]

    def depth3(self):
        self.arrays += 1
        return [self.depth2(), self.depth2(), self.depth2(), self.depth2()]

    def depth4(self):
        self.arrays += 1
        return [self.depth3(), self.depth3(), self.depth3(), self.depth3()]

    def depth5(self):
        self.arrays += 1
        return [self.depth4(), self.depth4(), self.depth4(), self.depth4()]

    def depth6(self):
        self.arrays += 1
        return [self.depth5(), self.depth5(), self.depth5(), self.depth5()]

    def depth7(self):
        self.arrays += 1
        return [self.depth6(), self.depth6(), self.depth6(), self.depth6()]


last_leaf = 0


def run():
    global last_leaf
    builder = TreeBuilder()
    tree = builder.depth7()
    last_leaf = len(tree[3][3][3][3][3][3])
    return builder.array_count()


def right(result):
    return result == 5461 and last_leaf == 2
