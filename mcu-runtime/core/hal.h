/*
 * What a board gives the firmware, besides the constants in its board.h and bs_hal_transmit (link.h).
 * The counter and SysTick are read in place (clock.c, handlers.S).
 */
#ifndef BS_HAL_H
#define BS_HAL_H

#include <stdbool.h>
#include <stdint.h>

/* Clocks, pins, the free-running counter, and the UART with its receive interrupt enabled in the
 * peripheral. Called once, before interrupts are. */
void bs_hal_initialize(void);

/* Takes a received byte, if there is one. At the level of the UART interrupt only. */
bool bs_hal_receive(uint8_t *byte);

#endif
