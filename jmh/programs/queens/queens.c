/* Places eight queens on a chess board so that none attacks another, ten times. */
#include "../twin.h"

#define SIZE 8

struct board {
    bool free_rows[SIZE];
    bool free_rising[2 * SIZE];
    bool free_falling[2 * SIZE];
    int32_t column_of_row[SIZE];
};

static struct board *make_board(void)
{
    struct board *board = malloc(sizeof *board);
    for (int32_t i = 0; i < SIZE; i++) {
        board->free_rows[i] = true;
        board->column_of_row[i] = -1;
    }
    for (int32_t i = 0; i < 2 * SIZE; i++) {
        board->free_rising[i] = true;
        board->free_falling[i] = true;
    }
    return board;
}

static bool is_free(const struct board *board, int32_t row, int32_t column)
{
    return board->free_rows[row] && board->free_rising[column + row]
        && board->free_falling[column - row + SIZE - 1];
}

static void set_free(struct board *board, int32_t row, int32_t column, bool free)
{
    board->free_rows[row] = free;
    board->free_rising[column + row] = free;
    board->free_falling[column - row + SIZE - 1] = free;
}

/* Places queens in this column and all that follow, and says whether that was possible. */
static bool place(struct board *board, int32_t column)
{
    for (int32_t row = 0; row < SIZE; row++) {
        if (is_free(board, row, column)) {
            board->column_of_row[row] = column;
            set_free(board, row, column, false);
            if (column == SIZE - 1 || place(board, column + 1))
                return true;
            set_free(board, row, column, true);
        }
    }
    return false;
}

/* The columns of the queens in rows 0, 1, 2…, as the digits of a decimal number. */
static int32_t solution_of(const struct board *board)
{
    int32_t digits = 0;
    for (int32_t row = 0; row < SIZE; row++)
        digits = digits * 10 + board->column_of_row[row];
    return digits;
}

static int32_t queens(int32_t times)
{
    int32_t solution = -1;
    for (int32_t i = 0; i < times; i++) {
        struct board *board = make_board();
        solution = place(board, 0) ? solution_of(board) : -1;
        free(board);
        if (solution < 0)
            return -1;
    }
    return solution;
}

int32_t bench_main(void)
{
    return queens(10) == 6471352;
}
