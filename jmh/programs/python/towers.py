# The towers of Hanoi: moves thirteen disks of a tower from one pile to another. Piles are linked lists.


class Disk:
    def __init__(self, size):
        self.next = None
        self.size = size


class Towers:
    def __init__(self):
        self.piles = [None, None, None]
        self.moves = 0

    def run(self, disks):
        for size in range(disks, -1, -1):
            self.push(Disk(size), 0)
        self.move_disks(disks, 0, 1)
        return self.moves

    def push(self, disk, pile):
        top = self.piles[pile]
        if top is not None and disk.size >= top.size:
            raise ValueError("a greater disk on a smaller one")
        disk.next = top
        self.piles[pile] = disk

    def move_top_disk(self, origin, to):
        disk = self.piles[origin]
        if disk is None:
            raise ValueError("no disk on the pile")
        self.piles[origin] = disk.next
        self.push(disk, to)
        self.moves += 1

    def move_disks(self, disks, origin, to):
        if disks == 1:
            self.move_top_disk(origin, to)
        else:
            other = 3 - origin - to
            self.move_disks(disks - 1, origin, other)
            self.move_top_disk(origin, to)
            self.move_disks(disks - 1, other, to)


def run():
    return Towers().run(13)


def right(result):
    return result == 8191
