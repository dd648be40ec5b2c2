/* Included before every source of the runner: a run-time error ends the operation, not the program. */
#ifndef HEAP_RUNNER_H
#define HEAP_RUNNER_H

#include "bs_trap.h"

extern void *bs_runner_escape[5];

#undef BS_TRAP
#undef BS_RAISE
#define BS_TRAP(error, site) __builtin_longjmp(bs_runner_escape, 1)
#define BS_RAISE(error, site) BS_TRAP(error, site)

#endif
