// The sun and the four great planets attract each other for 2000 steps. The result is the
// system's energy at the end; in exact arithmetic it would hardly change.

const SOLAR_MASS = 39.47841760435743;
const DAYS_PER_YEAR = 365.24;

class Body {
    // Velocities are given in units a day, the mass in suns.
    constructor(x, y, z, vx, vy, vz, mass) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.vx = vx * DAYS_PER_YEAR;
        this.vy = vy * DAYS_PER_YEAR;
        this.vz = vz * DAYS_PER_YEAR;
        this.mass = mass * SOLAR_MASS;
    }
}

class NBodySystem {
    constructor() {
        this.bodies = [
            // the sun
            new Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
            // Jupiter
            new Body(
                4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
                0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
                0.000954791938424326609),
            // Saturn
            new Body(
                8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
                -0.00276742510726411021, 0.00499852801234917238, 0.0000230417297573763929,
                0.000285885980666130812),
            // Uranus
            new Body(
                12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
                0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556,
                0.0000436624404335156298),
            // Neptune
            new Body(
                15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
                0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870,
                0.0000515138902046611451),
        ];
        this.restCentreOfMass();
    }

    // Gives the sun the velocity that makes the total momentum zero.
    restCentreOfMass() {
        let px = 0.0;
        let py = 0.0;
        let pz = 0.0;
        for (const body of this.bodies) {
            px += body.vx * body.mass;
            py += body.vy * body.mass;
            pz += body.vz * body.mass;
        }
        const sun = this.bodies[0];
        sun.vx = -px / SOLAR_MASS;
        sun.vy = -py / SOLAR_MASS;
        sun.vz = -pz / SOLAR_MASS;
    }

    advance(dt) {
        const bodies = this.bodies;
        for (let i = 0; i < bodies.length; i++) {
            const a = bodies[i];
            for (let j = i + 1; j < bodies.length; j++) {
                const b = bodies[j];
                const dx = a.x - b.x;
                const dy = a.y - b.y;
                const dz = a.z - b.z;
                const squared = dx * dx + dy * dy + dz * dz;
                const magnitude = dt / (squared * Math.sqrt(squared));
                a.vx -= dx * b.mass * magnitude;
                a.vy -= dy * b.mass * magnitude;
                a.vz -= dz * b.mass * magnitude;
                b.vx += dx * a.mass * magnitude;
                b.vy += dy * a.mass * magnitude;
                b.vz += dz * a.mass * magnitude;
            }
        }
        for (const body of bodies) {
            body.x += dt * body.vx;
            body.y += dt * body.vy;
            body.z += dt * body.vz;
        }
    }

    energy() {
        const bodies = this.bodies;
        let energy = 0.0;
        for (let i = 0; i < bodies.length; i++) {
            const a = bodies[i];
            energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (let j = i + 1; j < bodies.length; j++) {
                const b = bodies[j];
                const dx = a.x - b.x;
                const dy = a.y - b.y;
                const dz = a.z - b.z;
                energy -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return energy;
    }
}

function nbody(steps) {
    const system = new NBodySystem();
    for (let i = 0; i < steps; i++) {
        system.advance(0.01);
    }
    return system.energy();
}

function run() {
    return nbody(2000);
}

// -0.16906843 in binary32, -0.16907161 in binary64.
function right(result) {
    return Math.abs(result + 0.16907) < 0.0005;
}
