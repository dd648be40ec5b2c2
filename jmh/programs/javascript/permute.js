// All permutations of six elements, by exchanging them in place; the result counts the recursive calls.

class Permuter {
    constructor(size) {
        this.count = 0;
        this.elements = new Array(size).fill(0);
        for (let i = 0; i < size; i++) {
            this.elements[i] = i;
        }
    }

    run() {
        this.permute(this.elements.length);
        return this.count;
    }

    permute(n) {
        this.count++;
        if (n != 0) {
            const last = n - 1;
            this.permute(last);
            for (let i = last; i >= 0; i--) {
                this.swap(last, i);
                this.permute(last);
                this.swap(last, i);
            }
        }
    }

    swap(i, j) {
        const saved = this.elements[i];
        this.elements[i] = this.elements[j];
        this.elements[j] = saved;
    }
}

function run() {
    return new Permuter(6).run();
}

function right(result) {
    return result == 8660;
}
