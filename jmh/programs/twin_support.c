/*
 * What newlib needs under a C twin on the device: memory for malloc, and an end for programs that fail.
 *
 * The linker gives the heap range: --defsym=__heap_start=… --defsym=__heap_end=…. There are no files and
 * no processes, so nothing of newlib's stdio is linked.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "twin.h"

extern char __heap_start[], __heap_end[];

static char *heap_top = __heap_start;
static char *heap_peak = __heap_start;

/* Called by malloc. The new memory begins at the old end of the heap. */
void *_sbrk(ptrdiff_t increment)
{
    if (increment > __heap_end - heap_top || increment < __heap_start - heap_top) {
        errno = ENOMEM;
        return (void *)-1;
    }
    char *start = heap_top;
    heap_top += increment;
    if (heap_top > heap_peak)
        heap_peak = heap_top;
    return start;
}

int32_t bench_peak(void)
{
    return heap_peak - __heap_start;
}

/* A twin has nowhere to go: an undefined instruction makes the firmware report a fault. */
void _exit(int status)
{
    (void)status;
    __builtin_trap();
}
