/* Carries out the host's requests. bs_device_message of link.h is here, at receive level. */
#ifndef BS_EXECUTOR_H
#define BS_EXECUTOR_H

#include <stdbool.h>
#include <stdint.h>

#include "regions.h"

/* True if host and program may do this with [address, address + length). `access`: BS_ACCESS_... */
bool bs_executor_allows(uint32_t address, uint32_t length, uint32_t access);

#endif
