# The sun and the four great planets attract each other for 2000 steps. The result is the
# system's energy at the end; in exact arithmetic it would hardly change.
import math

SOLAR_MASS = 39.47841760435743
DAYS_PER_YEAR = 365.24


class Body:
    # Velocities are given in units a day, the mass in suns.
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS_PER_YEAR
        self.vy = vy * DAYS_PER_YEAR
        self.vz = vz * DAYS_PER_YEAR
        self.mass = mass * SOLAR_MASS


class NBodySystem:
    def __init__(self):
        self.bodies = [
            # the sun
            Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
            # Jupiter
            Body(
                4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
                0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023,
                0.000954791938424326609),
            # Saturn
            Body(
                8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
                -0.00276742510726411021, 0.00499852801234917238, 0.0000230417297573763929,
                0.000285885980666130812),
            # Uranus
            Body(
                12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
                0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556,
                0.0000436624404335156298),
            # Neptune
            Body(
                15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
                0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870,
                0.0000515138902046611451),
        ]
        self.rest_centre_of_mass()

    # Gives the sun the velocity that makes the total momentum zero.
    def rest_centre_of_mass(self):
        px = 0.0
        py = 0.0
        pz = 0.0
        for body in self.bodies:
            px += body.vx * body.mass
            py += body.vy * body.mass
            pz += body.vz * body.mass
        sun = self.bodies[0]
        sun.vx = -px / SOLAR_MASS
        sun.vy = -py / SOLAR_MASS
        sun.vz = -pz / SOLAR_MASS

    def advance(self, dt):
        bodies = self.bodies
        for i in range(len(bodies)):
            a = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a.x - b.x
                dy = a.y - b.y
                dz = a.z - b.z
                squared = dx * dx + dy * dy + dz * dz
                magnitude = dt / (squared * math.sqrt(squared))
                a.vx -= dx * b.mass * magnitude
                a.vy -= dy * b.mass * magnitude
                a.vz -= dz * b.mass * magnitude
                b.vx += dx * a.mass * magnitude
                b.vy += dy * a.mass * magnitude
                b.vz += dz * a.mass * magnitude
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz

    def energy(self):
        bodies = self.bodies
        energy = 0.0
        for i in range(len(bodies)):
            a = bodies[i]
            energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a.x - b.x
                dy = a.y - b.y
                dz = a.z - b.z
                energy -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
        return energy


def nbody(steps):
    system = NBodySystem()
    for i in range(steps):
        system.advance(0.01)
    return system.energy()


def run():
    return nbody(2000)


# -0.16906843, -0.16907161 in binary64.
def right(result):
    return abs(result + 0.16907) < 0.0005
