/* The towers of Hanoi: moves thirteen disks of a tower from one pile to another. Piles are linked lists. */
#include "../twin.h"

struct disk {
    int32_t size;
    struct disk *next;
};

struct towers {
    struct disk *piles[3];
    int32_t moves;
    bool broken; /* a rule of the game was violated */
};

static void push(struct towers *towers, struct disk *disk, int32_t pile)
{
    struct disk *top = towers->piles[pile];
    if (top != NULL && disk->size >= top->size)
        towers->broken = true;
    disk->next = top;
    towers->piles[pile] = disk;
}

static void move_top_disk(struct towers *towers, int32_t from, int32_t to)
{
    struct disk *disk = towers->piles[from];
    if (disk == NULL) {
        towers->broken = true;
        return;
    }
    towers->piles[from] = disk->next;
    push(towers, disk, to);
    towers->moves++;
}

static void move_disks(struct towers *towers, int32_t disks, int32_t from, int32_t to)
{
    if (disks == 1) {
        move_top_disk(towers, from, to);
    } else {
        int32_t other = 3 - from - to;
        move_disks(towers, disks - 1, from, other);
        move_top_disk(towers, from, to);
        move_disks(towers, disks - 1, other, to);
    }
}

static void free_pile(struct disk *disk)
{
    while (disk != NULL) {
        struct disk *next = disk->next;
        free(disk);
        disk = next;
    }
}

int32_t bench_main(void)
{
    const int32_t disks = 13;
    struct towers towers = {0};
    for (int32_t size = disks; size >= 0; size--) {
        struct disk *disk = malloc(sizeof *disk);
        disk->size = size;
        push(&towers, disk, 0);
    }
    move_disks(&towers, disks, 0, 1);
    for (int32_t pile = 0; pile < 3; pile++)
        free_pile(towers.piles[pile]);
    return !towers.broken && towers.moves == 8191;
}
