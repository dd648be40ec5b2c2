# Places eight queens on a chess board so that none attacks another, ten times.


class Board:
    def __init__(self, size):
        self.size = size
        self.free_rows = [True] * size
        self.free_rising = [True] * (2 * size)
        self.free_falling = [True] * (2 * size)
        self.column_of_row = [-1] * size

    # Places queens in this column and all that follow, and says whether that was possible.
    def place(self, column):
        for row in range(self.size):
            if self.is_free(row, column):
                self.column_of_row[row] = column
                self.set_free(row, column, False)
                if column == self.size - 1 or self.place(column + 1):
                    return True
                self.set_free(row, column, True)
        return False

    def is_free(self, row, column):
        return (self.free_rows[row]
                and self.free_rising[column + row]
                and self.free_falling[column - row + self.size - 1])

    def set_free(self, row, column, free):
        self.free_rows[row] = free
        self.free_rising[column + row] = free
        self.free_falling[column - row + self.size - 1] = free

    # The columns of the queens in rows 0, 1, 2…, as the digits of a decimal number.
    def solution(self):
        digits = 0
        for column in self.column_of_row:
            digits = digits * 10 + column
        return digits


def queens(times):
    solution = -1
    for i in range(times):
        board = Board(8)
        if not board.place(0):
            return -1
        solution = board.solution()
    return solution


def run():
    return queens(10)


def right(result):
    return result == 6471352
