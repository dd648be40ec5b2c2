// The towers of Hanoi: moves thirteen disks of a tower from one pile to another. Piles are linked lists.

class Disk {
    constructor(size) {
        this.next = null;
        this.size = size;
    }
}

class Towers {
    constructor() {
        this.piles = [null, null, null];
        this.moves = 0;
    }

    run(disks) {
        for (let size = disks; size >= 0; size--) {
            this.push(new Disk(size), 0);
        }
        this.moveDisks(disks, 0, 1);
        return this.moves;
    }

    push(disk, pile) {
        const top = this.piles[pile];
        if (top != null && disk.size >= top.size) {
            throw new Error("a greater disk on a smaller one");
        }
        disk.next = top;
        this.piles[pile] = disk;
    }

    moveTopDisk(from, to) {
        const disk = this.piles[from];
        if (disk == null) {
            throw new Error("no disk on the pile");
        }
        this.piles[from] = disk.next;
        this.push(disk, to);
        this.moves++;
    }

    moveDisks(disks, from, to) {
        if (disks == 1) {
            this.moveTopDisk(from, to);
        } else {
            const other = 3 - from - to;
            this.moveDisks(disks - 1, from, other);
            this.moveTopDisk(from, to);
            this.moveDisks(disks - 1, other, to);
        }
    }
}

function run() {
    return new Towers().run(13);
}

function right(result) {
    return result == 8191;
}
