/*
 * The MPS2+ with application note 386 as the firmware sees it. Included by C and by assembler.
 */
#ifndef BS_BOARD_H
#define BS_BOARD_H

#define BS_BOARD_NAME "mps2-an386"

/* What programs may read and execute besides their own memory. A power of two, aligned to its size. */
#define BS_BOARD_FLASH_BASE 0x00010000
#define BS_BOARD_FLASH_SIZE 0x00010000

/* A power of two, aligned to its size. */
#define BS_BOARD_RAM_BASE 0x20000000
#define BS_BOARD_RAM_SIZE 0x00400000

#define BS_BOARD_INTERRUPTS 1 /* vectors up to the last one that is used */
#define BS_BOARD_UART_INTERRUPT 0 /* UART 0 received */

/* FPGAIO COUNTER: 25 MHz, free running over 32 bits. */
#define BS_BOARD_COUNTER 0x40028018
#define BS_BOARD_COUNTER_HZ 25000000u

#define BS_BOARD_SYSTICK_HZ 25000000u

/* How many instructions one tick of the counter stands for, when virtual time counts instructions. */
#define BS_BOARD_INSTRUCTIONS_PER_TICK 40

#endif
