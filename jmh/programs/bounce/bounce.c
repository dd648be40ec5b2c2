/* A hundred balls bounce about in a box for fifty steps; the result is how often one met a wall. */
#include "../twin.h"

struct ball {
    int32_t x, y;
    int32_t x_velocity, y_velocity;
};

static void place(struct ball *ball, int32_t *seed)
{
    ball->x = twin_random(seed) % 500;
    ball->y = twin_random(seed) % 500;
    ball->x_velocity = twin_random(seed) % 300 - 150;
    ball->y_velocity = twin_random(seed) % 300 - 150;
}

/* Moves one step and says whether the ball met a wall. */
static bool bounce_ball(struct ball *ball)
{
    const int32_t x_limit = 500, y_limit = 500;
    bool bounced = false;

    ball->x += ball->x_velocity;
    ball->y += ball->y_velocity;
    if (ball->x > x_limit) {
        ball->x = x_limit;
        ball->x_velocity = -abs(ball->x_velocity);
        bounced = true;
    }
    if (ball->x < 0) {
        ball->x = 0;
        ball->x_velocity = abs(ball->x_velocity);
        bounced = true;
    }
    if (ball->y > y_limit) {
        ball->y = y_limit;
        ball->y_velocity = -abs(ball->y_velocity);
        bounced = true;
    }
    if (ball->y < 0) {
        ball->y = 0;
        ball->y_velocity = abs(ball->y_velocity);
        bounced = true;
    }
    return bounced;
}

static int32_t bounce(int32_t ball_count, int32_t steps)
{
    int32_t seed = TWIN_RANDOM_SEED;
    struct ball *balls = malloc(ball_count * sizeof *balls);
    for (int32_t i = 0; i < ball_count; i++)
        place(&balls[i], &seed);

    int32_t bounces = 0;
    for (int32_t step = 0; step < steps; step++) {
        for (int32_t i = 0; i < ball_count; i++) {
            if (bounce_ball(&balls[i]))
                bounces++;
        }
    }
    free(balls);
    return bounces;
}

int32_t bench_main(void)
{
    return bounce(100, 50) == 1331;
}
