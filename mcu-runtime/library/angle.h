/*
 * Angles reduced to the eighth of a turn around the nearest axis, exactly: with as many bits of 2 / pi as
 * the size of the angle asks for (Payne and Hanek, 1983).
 */
#ifndef BS_LIBRARY_ANGLE_H
#define BS_LIBRARY_ANGLE_H

#include <stdint.h>

/* quadrant * pi/2 + high + low, modulo a turn; |high| is at most pi/4, or a little more by rounding, and
 * `low` is below its last place. */
typedef struct bs_angle {
    float high;
    float low;
    uint32_t quadrant; /* 0 to 3 */
} bs_angle;

/* `x` is finite. */
bs_angle bs_reduce_angle(float x);

#endif
