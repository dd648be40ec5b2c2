# All permutations of six elements, by exchanging them in place; the result counts the recursive calls.


class Permuter:
    def __init__(self, size):
        self.count = 0
        self.elements = [0] * size
        for i in range(size):
            self.elements[i] = i

    def run(self):
        self.permute(len(self.elements))
        return self.count

    def permute(self, n):
        self.count += 1
        if n != 0:
            last = n - 1
            self.permute(last)
            for i in range(last, -1, -1):
                self.swap(last, i)
                self.permute(last)
                self.swap(last, i)

    def swap(self, i, j):
        saved = self.elements[i]
        self.elements[i] = self.elements[j]
        self.elements[j] = saved


def run():
    return Permuter(6).run()


def right(result):
    return result == 8660
