/*
 * Regions in which the heap is not as its format says. A request of the host to stop the program that
 * arrives in one is put off until the outermost is left, for at most BS_CRITICAL_MILLISECONDS and only
 * while code in flash is running: a program that writes into these variables cannot make itself
 * unstoppable.
 *
 * Both variables are in memory that the program may write and are 0 when a program is called. An error
 * raised inside a region ends the program at once all the same: raise errors after leaving.
 */
#ifndef BS_CRITICAL_H
#define BS_CRITICAL_H

#include <stdint.h>

#include "svc.h"

#define BS_CRITICAL_MILLISECONDS 50

/* Variables of the runtime must carry this, or unprivileged code cannot reach them. */
#define BS_USER_DATA __attribute__((section(".user_data")))

extern volatile uint32_t bs_critical;     /* how many regions the program is in */
extern volatile uint32_t bs_stop_pending; /* not 0: a stop was put off */

static inline void bs_critical_enter(void)
{
    bs_critical = bs_critical + 1;
    __asm__ volatile("" ::: "memory");
}

static inline void bs_critical_leave(void)
{
    __asm__ volatile("" ::: "memory");
    uint32_t depth = bs_critical - 1;
    bs_critical = depth;
    if (depth == 0 && bs_stop_pending)
        bs_svc_stop();
}

#endif
