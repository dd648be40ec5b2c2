/*
 * STM32F405: USART1 on PA9/PA10, TIM2 as the counter. Registers after RM0090.
 *
 * Written for the emulated chip, which has no clock tree: a board of silicon also starts its PLL here
 * and states its own counter and SysTick frequencies in board.h.
 */
#include "hal.h"
#include "link.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))

#define RCC_AHB1ENR REGISTER(0x40023830)
#define RCC_APB1ENR REGISTER(0x40023840)
#define RCC_APB2ENR REGISTER(0x40023844)
#define GPIOA_MODER REGISTER(0x40020000)
#define GPIOA_AFRH REGISTER(0x40020024)

#define USART1_SR REGISTER(0x40011000)
#define USART1_DR REGISTER(0x40011004)
#define USART1_BRR REGISTER(0x40011008)
#define USART1_CR1 REGISTER(0x4001100c)
#define SR_RXNE (1u << 5)
#define SR_TXE (1u << 7)
#define CR1_RE (1u << 2)
#define CR1_TE (1u << 3)
#define CR1_RXNEIE (1u << 5)
#define CR1_UE (1u << 13)

#define TIM2_CR1 REGISTER(0x40000000)
#define TIM2_EGR REGISTER(0x40000014)
#define TIM2_PSC REGISTER(0x40000028)
#define TIM2_ARR REGISTER(0x4000002c)

#define APB2_HZ 84000000u
#define BAUD 115200u

void bs_hal_initialize(void)
{
    RCC_AHB1ENR |= 1u << 0; /* GPIOA */
    RCC_APB1ENR |= 1u << 0; /* TIM2 */
    RCC_APB2ENR |= 1u << 4; /* USART1 */
    GPIOA_MODER = (GPIOA_MODER & ~(0xfu << 18)) | 0xau << 18; /* PA9, PA10: alternate function */
    GPIOA_AFRH = (GPIOA_AFRH & ~(0xffu << 4)) | 0x77u << 4;   /* number 7: USART1 */

    TIM2_PSC = 0;
    TIM2_ARR = 0xffffffffu;
    TIM2_EGR = 1;
    TIM2_CR1 = 1;

    USART1_BRR = (APB2_HZ + BAUD / 2) / BAUD;
    USART1_CR1 = CR1_UE | CR1_TE | CR1_RE | CR1_RXNEIE;
}

bool bs_hal_receive(uint8_t *byte)
{
    if (!(USART1_SR & SR_RXNE))
        return false;
    *byte = (uint8_t)USART1_DR;
    return true;
}

void bs_hal_transmit(uint8_t byte)
{
    while (!(USART1_SR & SR_TXE)) {
    }
    USART1_DR = byte;
}
