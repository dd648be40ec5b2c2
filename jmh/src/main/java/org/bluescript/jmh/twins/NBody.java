package org.bluescript.jmh.twins;

final class NBody {
    private static final float SOLAR_MASS = 39.47841760435743f;
    private static final float DAYS_PER_YEAR = 365.24f;

    private static final class Body {
        float x;
        float y;
        float z;
        float vx;
        float vy;
        float vz;
        final float mass;

        Body(float x, float y, float z, float vx, float vy, float vz, float mass) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.vx = vx * DAYS_PER_YEAR;
            this.vy = vy * DAYS_PER_YEAR;
            this.vz = vz * DAYS_PER_YEAR;
            this.mass = mass * SOLAR_MASS;
        }
    }

    private final Body[] bodies = {
        new Body(0f, 0f, 0f, 0f, 0f, 0f, 1f),
        new Body(4.84143144246472090f, -1.16032004402742839f, -0.103622044471123109f,
                0.00166007664274403694f, 0.00769901118419740425f, -0.0000690460016972063023f, 0.000954791938424326609f),
        new Body(8.34336671824457987f, 4.12479856412430479f, -0.403523417114321381f,
                -0.00276742510726411021f, 0.00499852801234917238f, 0.0000230417297573763929f, 0.000285885980666130812f),
        new Body(12.8943695621391310f, -15.1111514016986312f, -0.223307578892655734f,
                0.00296460137564761618f, 0.00237847173959480950f, -0.0000296589568540237556f, 0.0000436624404335156298f),
        new Body(15.3796971148509165f, -25.9193146099879641f, 0.179258772950371181f,
                0.00268067772490389322f, 0.00162824170038242295f, -0.0000951592254519715870f, 0.0000515138902046611451f)
    };

    private NBody() {
        float px = 0;
        float py = 0;
        float pz = 0;
        for (Body body : bodies) {
            px += body.vx * body.mass;
            py += body.vy * body.mass;
            pz += body.vz * body.mass;
        }
        bodies[0].vx = -px / SOLAR_MASS;
        bodies[0].vy = -py / SOLAR_MASS;
        bodies[0].vz = -pz / SOLAR_MASS;
    }

    static float run(int steps) {
        NBody system = new NBody();
        for (int i = 0; i < steps; i++) {
            system.advance(0.01f);
        }
        return system.energy();
    }

    private void advance(float dt) {
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                float dx = a.x - b.x;
                float dy = a.y - b.y;
                float dz = a.z - b.z;
                float squared = dx * dx + dy * dy + dz * dz;
                float magnitude = dt / (squared * (float) Math.sqrt(squared));
                a.vx -= dx * b.mass * magnitude;
                a.vy -= dy * b.mass * magnitude;
                a.vz -= dz * b.mass * magnitude;
                b.vx += dx * a.mass * magnitude;
                b.vy += dy * a.mass * magnitude;
                b.vz += dz * a.mass * magnitude;
            }
        }
        for (Body body : bodies) {
            body.x += dt * body.vx;
            body.y += dt * body.vy;
            body.z += dt * body.vz;
        }
    }

    private float energy() {
        float energy = 0;
        for (int i = 0; i < bodies.length; i++) {
            Body a = bodies[i];
            energy += 0.5f * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
            for (int j = i + 1; j < bodies.length; j++) {
                Body b = bodies[j];
                float dx = a.x - b.x;
                float dy = a.y - b.y;
                float dz = a.z - b.z;
                energy -= a.mass * b.mass / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        }
        return energy;
    }
}
