// Builds a tree of arrays seven levels deep: every inner array has four children, a leaf has one to ten
// elements. The result is the number of arrays.

class Random {
    constructor() {
        this.seed = 74755;
    }

    next() {
        this.seed = (this.seed * 1309 + 13849) & 65535;
        return this.seed;
    }
}

class TreeBuilder {
    constructor() {
        this.random = new Random();
        this.arrays = 0;
    }

    arrayCount() {
        return this.arrays;
    }

    depth1() {
        this.arrays++;
        return new Array(this.random.next() % 10 + 1).fill(false);
    }

    depth2() {
        this.arrays++;
        return [this.depth1(), this.depth1(), this.depth1(), this.depth1()];
    }

    depth3() {
        this.arrays++;
        return [this.depth2(), this.depth2(), this.depth2(), this.depth2()];
    }

    depth4() {
        this.arrays++;
        return [this.depth3(), this.depth3(), this.depth3(), this.depth3()];
    }

    depth5() {
        this.arrays++;
        return [this.depth4(), this.depth4(), this.depth4(), this.depth4()];
    }

    depth6() {
        this.arrays++;
        return [this.depth5(), this.depth5(), this.depth5(), this.depth5()];
    }

    depth7() {
        this.arrays++;
        return [this.depth6(), this.depth6(), this.depth6(), this.depth6()];
    }
}

let lastLeaf = 0;

function run() {
    const builder = new TreeBuilder();
    const tree = builder.depth7();
    lastLeaf = tree[3][3][3][3][3][3].length;
    return builder.arrayCount();
}

function right(result) {
    return result == 5461 && lastLeaf == 2;
}
