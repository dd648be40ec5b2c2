#include "image.h"

/* Overwritten with the image's checksum when the image has been linked. */
const uint32_t bs_build_id_placeholder __attribute__((section(".build_id")));
