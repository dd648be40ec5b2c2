/* What the linker script (firmware.ld) defines. */
#ifndef BS_IMAGE_H
#define BS_IMAGE_H

#include <stdint.h>

extern uint32_t bs_program_stack_base[], bs_program_stack_top[];
extern uint8_t bs_firmware_base[], bs_firmware_end[], bs_main_stack_top[];
extern uint8_t bs_bss_base[], bs_bss_end[];
extern uint8_t bs_user_data_base[], bs_user_data_end[];
extern uint8_t bs_program_base[], bs_program_end[];

/* Identifies this build: a checksum of the image, put in when it has been linked. */
extern const uint32_t bs_build_id;

static inline uint32_t bs_address(const volatile void *pointer)
{
    return (uint32_t)(uintptr_t)pointer;
}

#endif
