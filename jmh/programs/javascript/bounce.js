// A hundred balls bounce about in a box for fifty steps; the result is how often one met a wall.

class Random {
    constructor() {
        this.seed = 74755;
    }

    next() {
        this.seed = (this.seed * 1309 + 13849) & 65535;
        return this.seed;
    }
}

class Ball {
    constructor(random) {
        this.x = random.next() % 500;
        this.y = random.next() % 500;
        this.xVelocity = random.next() % 300 - 150;
        this.yVelocity = random.next() % 300 - 150;
    }

    // Moves one step and says whether the ball met a wall.
    bounce() {
        const xLimit = 500;
        const yLimit = 500;
        let bounced = false;

        this.x += this.xVelocity;
        this.y += this.yVelocity;
        if (this.x > xLimit) {
            this.x = xLimit;
            this.xVelocity = -absolute(this.xVelocity);
            bounced = true;
        }
        if (this.x < 0) {
            this.x = 0;
            this.xVelocity = absolute(this.xVelocity);
            bounced = true;
        }
        if (this.y > yLimit) {
            this.y = yLimit;
            this.yVelocity = -absolute(this.yVelocity);
            bounced = true;
        }
        if (this.y < 0) {
            this.y = 0;
            this.yVelocity = absolute(this.yVelocity);
            bounced = true;
        }
        return bounced;
    }
}

function absolute(n) {
    return n < 0 ? -n : n;
}

function bounce(ballCount, steps) {
    const random = new Random();
    const balls = [];
    for (let i = 0; i < ballCount; i++) {
        balls.push(new Ball(random));
    }

    let bounces = 0;
    for (let step = 0; step < steps; step++) {
        for (const ball of balls) {
            if (ball.bounce()) {
                bounces++;
            }
        }
    }
    return bounces;
}

function run() {
    return bounce(100, 50);
}

function right(result) {
    return result == 1331;
}
