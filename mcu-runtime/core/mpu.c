/*
 * What an unprivileged program may touch: flash (read, execute), its stack (read, write), the user data
 * and its own memory (everything). All else is either in no region or in the firmware's, and faults:
 * peripherals, the first 64 KiB, the firmware's variables, and what is below the stack, so that the
 * stack needs no guard. The firmware is privileged: it uses the default map where no region is, and
 * cannot write to flash.
 *
 * ARMv7-M ARM, B3.5.
 */
#include "mpu.h"

#include "board.h"
#include "cortex.h"
#include "image.h"

#define RASR_ENABLE 1u
#define RASR_SIZE(bytes) ((uint32_t)(30 - __builtin_clz(bytes)) << 1) /* of a power of two */
#define RASR_WITHOUT(eighths) ((uint32_t)(eighths) << 8)
#define RASR_MEMORY (1u << 17) /* normal, write-through */
#define RASR_FIRMWARE_ONLY (1u << 24)
#define RASR_ALL (3u << 24)
#define RASR_READ_ONLY (6u << 24)
#define RASR_NO_EXECUTE (1u << 28)

/* The region of the firmware's variables: eighths of 512 bytes, the linker script sees to it. */
#define FIRMWARE_REGION 4096u
#define FIRMWARE_EIGHTH (FIRMWARE_REGION / 8)

/* Where regions overlap the higher number decides. */
static void set_region(uint32_t number, uint32_t base, uint32_t attributes)
{
    MPU_RNR = number;
    MPU_RBAR = base;
    MPU_RASR = attributes | RASR_ENABLE;
}

void bs_mpu_initialize(void)
{
    uint32_t firmware_eighths = (bs_address(bs_firmware_end) - bs_address(bs_firmware_base)) / FIRMWARE_EIGHTH;
    uint32_t stack_size = bs_address(bs_program_stack_top) - bs_address(bs_program_stack_base);

    set_region(0, BS_BOARD_FLASH_BASE, RASR_SIZE(BS_BOARD_FLASH_SIZE) | RASR_MEMORY | RASR_READ_ONLY);
    set_region(1, BS_BOARD_RAM_BASE, RASR_SIZE(BS_BOARD_RAM_SIZE) | RASR_MEMORY | RASR_ALL);
    set_region(2, BS_BOARD_RAM_BASE, RASR_SIZE(stack_size) | RASR_MEMORY | RASR_ALL | RASR_NO_EXECUTE);
    set_region(3, bs_address(bs_firmware_base),
               RASR_SIZE(FIRMWARE_REGION) | RASR_MEMORY | RASR_FIRMWARE_ONLY | RASR_NO_EXECUTE
                   | RASR_WITHOUT(0xffu & (0xffu << firmware_eighths)));
    MPU_CTRL = MPU_ENABLE;
    bs_barrier();
}
