/*
 * The four functions that the C compiler may call on its own, and that programs are linked with.
 * They do what C11, 7.24 says.
 */
#ifndef BS_RUNTIME_MEMORY_H
#define BS_RUNTIME_MEMORY_H

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);

#endif
