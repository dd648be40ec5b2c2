/*
 * The sun and the four great planets attract each other for 2000 steps, in binary32. The result is the
 * system's energy at the end; in exact arithmetic it would hardly change.
 */
#include "../twin.h"

#include <math.h>

#define SOLAR_MASS 39.47841760435743f
#define DAYS_PER_YEAR 365.24f
#define BODIES 5

struct body {
    float x, y, z;
    float vx, vy, vz;
    float mass;
};

/* Velocities are given in units a day, the mass in suns. */
static struct body make_body(float x, float y, float z, float vx, float vy, float vz, float mass)
{
    return (struct body){
        x, y, z, vx * DAYS_PER_YEAR, vy * DAYS_PER_YEAR, vz * DAYS_PER_YEAR, mass * SOLAR_MASS,
    };
}

/* Gives the sun the velocity that makes the total momentum zero. */
static void rest_centre_of_mass(struct body *bodies)
{
    float px = 0.0f, py = 0.0f, pz = 0.0f;
    for (int32_t i = 0; i < BODIES; i++) {
        px += bodies[i].vx * bodies[i].mass;
        py += bodies[i].vy * bodies[i].mass;
        pz += bodies[i].vz * bodies[i].mass;
    }
    bodies[0].vx = -px / SOLAR_MASS;
    bodies[0].vy = -py / SOLAR_MASS;
    bodies[0].vz = -pz / SOLAR_MASS;
}

static struct body *make_system(void)
{
    struct body *bodies = malloc(BODIES * sizeof *bodies);
    /* the sun */
    bodies[0] = make_body(0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 1.0f);
    /* Jupiter */
    bodies[1] = make_body(
        4.84143144246472090f, -1.16032004402742839f, -0.103622044471123109f,
        0.00166007664274403694f, 0.00769901118419740425f, -0.0000690460016972063023f,
        0.000954791938424326609f);
    /* Saturn */
    bodies[2] = make_body(
        8.34336671824457987f, 4.12479856412430479f, -0.403523417114321381f,
        -0.00276742510726411021f, 0.00499852801234917238f, 0.0000230417297573763929f,
        0.000285885980666130812f);
    /* Uranus */
    bodies[3] = make_body(
        12.8943695621391310f, -15.1111514016986312f, -0.223307578892655734f,
        0.00296460137564761618f, 0.00237847173959480950f, -0.0000296589568540237556f,
        0.0000436624404335156298f);
    /* Neptune */
    bodies[4] = make_body(
        15.3796971148509165f, -25.9193146099879641f, 0.179258772950371181f,
        0.00268067772490389322f, 0.00162824170038242295f, -0.0000951592254519715870f,
        0.0000515138902046611451f);
    rest_centre_of_mass(bodies);
    return bodies;
}

static void advance(struct body *bodies, float dt)
{
    for (int32_t i = 0; i < BODIES; i++) {
        struct body *a = &bodies[i];
        for (int32_t j = i + 1; j < BODIES; j++) {
            struct body *b = &bodies[j];
            float dx = a->x - b->x;
            float dy = a->y - b->y;
            float dz = a->z - b->z;
            float squared = dx * dx + dy * dy + dz * dz;
            float magnitude = dt / (squared * sqrtf(squared));
            a->vx -= dx * b->mass * magnitude;
            a->vy -= dy * b->mass * magnitude;
            a->vz -= dz * b->mass * magnitude;
            b->vx += dx * a->mass * magnitude;
            b->vy += dy * a->mass * magnitude;
            b->vz += dz * a->mass * magnitude;
        }
    }
    for (int32_t i = 0; i < BODIES; i++) {
        struct body *body = &bodies[i];
        body->x += dt * body->vx;
        body->y += dt * body->vy;
        body->z += dt * body->vz;
    }
}

static float energy_of(const struct body *bodies)
{
    float energy = 0.0f;
    for (int32_t i = 0; i < BODIES; i++) {
        const struct body *a = &bodies[i];
        energy += 0.5f * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int32_t j = i + 1; j < BODIES; j++) {
            const struct body *b = &bodies[j];
            float dx = a->x - b->x;
            float dy = a->y - b->y;
            float dz = a->z - b->z;
            energy -= a->mass * b->mass / sqrtf(dx * dx + dy * dy + dz * dz);
        }
    }
    return energy;
}

int32_t bench_main(void)
{
    struct body *bodies = make_system();
    for (int32_t i = 0; i < 2000; i++)
        advance(bodies, 0.01f);
    float result = energy_of(bodies);
    free(bodies);
    return result == -0.16906843f;
}
