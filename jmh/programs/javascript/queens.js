// Places eight queens on a chess board so that none attacks another, ten times.

class Board {
    constructor(size) {
        this.size = size;
        this.freeRows = new Array(size).fill(true);
        this.freeRising = new Array(2 * size).fill(true);
        this.freeFalling = new Array(2 * size).fill(true);
        this.columnOfRow = new Array(size).fill(-1);
    }

    // Places queens in this column and all that follow, and says whether that was possible.
    place(column) {
        for (let row = 0; row < this.size; row++) {
            if (this.isFree(row, column)) {
                this.columnOfRow[row] = column;
                this.setFree(row, column, false);
                if (column == this.size - 1 || this.place(column + 1)) {
                    return true;
                }
                this.setFree(row, column, true);
            }
        }
        return false;
    }

    isFree(row, column) {
        return this.freeRows[row]
            && this.freeRising[column + row]
            && this.freeFalling[column - row + this.size - 1];
    }

    setFree(row, column, free) {
        this.freeRows[row] = free;
        this.freeRising[column + row] = free;
        this.freeFalling[column - row + this.size - 1] = free;
    }

    // The columns of the queens in rows 0, 1, 2…, as the digits of a decimal number.
    solution() {
        let digits = 0;
        for (const column of this.columnOfRow) {
            digits = digits * 10 + column;
        }
        return digits;
    }
}

function queens(times) {
    let solution = -1;
    for (let i = 0; i < times; i++) {
        const board = new Board(8);
        if (!board.place(0)) {
            return -1;
        }
        solution = board.solution();
    }
    return solution;
}

function run() {
    return queens(10);
}

function right(result) {
    return result == 6471352;
}
