/*
 * MPS2+ AN386: UART 0. The FPGAIO counter runs by itself. Registers after the CMSDK technical
 * reference manual (DDI 0479) and application note 386 (DAI 0386).
 */
#include "hal.h"
#include "link.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define UART0_DATA REGISTER(0x40004000)
#define UART0_STATE REGISTER(0x40004004)
#define UART0_CTRL REGISTER(0x40004008)
#define UART0_INTCLEAR REGISTER(0x4000400c)
#define UART0_BAUDDIV REGISTER(0x40004010)
#define STATE_TX_FULL (1u << 0)
#define STATE_RX_FULL (1u << 1)
#define CTRL_TX (1u << 0)
#define CTRL_RX (1u << 1)
#define CTRL_RX_INTERRUPT (1u << 3)
#define INT_RX (1u << 1)

#define FPGAIO_PRESCALE REGISTER(0x4002801c)

#define CLOCK_HZ 25000000u
#define BAUD 115200u

void bs_hal_initialize(void)
{
    FPGAIO_PRESCALE = 0;
    UART0_BAUDDIV = CLOCK_HZ / BAUD;
    UART0_CTRL = CTRL_TX | CTRL_RX | CTRL_RX_INTERRUPT;
}

bool bs_hal_receive(uint8_t *byte)
{
    UART0_INTCLEAR = INT_RX;
    if (!(UART0_STATE & STATE_RX_FULL))
        return false;
    *byte = (uint8_t)UART0_DATA;
    return true;
}

void bs_hal_transmit(uint8_t byte)
{
    while (UART0_STATE & STATE_TX_FULL) {
    }
    UART0_DATA = byte;
}
