/*
 * The STM32F405 as the firmware sees it. Addresses after RM0090. Included by C and by assembler.
 */
#ifndef BS_BOARD_H
#define BS_BOARD_H

#define BS_BOARD_NAME "stm32f405"

/* What programs may read and execute besides their own memory. A power of two, aligned to its size. */
#define BS_BOARD_FLASH_BASE 0x08000000
#define BS_BOARD_FLASH_SIZE 0x00100000

/* A power of two, aligned to its size. */
#define BS_BOARD_RAM_BASE 0x20000000
#define BS_BOARD_RAM_SIZE 0x00020000

#define BS_BOARD_INTERRUPTS 38 /* vectors up to the last one that is used */
#define BS_BOARD_UART_INTERRUPT 37 /* USART1 */

/* TIM2, free running over 32 bits. The emulated one counts nanoseconds of virtual time. */
#define BS_BOARD_COUNTER 0x40000024
#define BS_BOARD_COUNTER_HZ 1000000000u

#define BS_BOARD_SYSTICK_HZ 168000000u

/* How many instructions one tick of the counter stands for, when virtual time counts instructions. */
#define BS_BOARD_INSTRUCTIONS_PER_TICK 1

#endif
