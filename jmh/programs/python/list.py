# Takeuchi's function on linked lists: the numbers of the fromal are lengths of lists here.


class Element:
    def __init__(self, value):
        self.next = None
        self.value = value


def make_list(length):
    if length == 0:
        return None
    element = Element(length)
    element.next = make_list(length - 1)
    return element


def length_of(list):
    return 0 if list is None else 1 + length_of(list.next)


def is_shorter(a, b):
    while b is not None:
        if a is None:
            return True
        a = a.next
        b = b.next
    return False


def tail(x, y, z):
    if x is None or y is None or z is None or not is_shorter(y, x):
        return z
    return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y))


def run():
    return length_of(tail(make_list(15), make_list(10), make_list(6)))


def right(result):
    return result == 10
