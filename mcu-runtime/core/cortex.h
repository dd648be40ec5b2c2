/*
 * The registers of the Cortex-M4 that the firmware uses. Names and bits after the ARMv7-M
 * Architecture Reference Manual, B3.
 */
#ifndef BS_CORTEX_H
#define BS_CORTEX_H

#include <stdint.h>

#define BS_REGISTER(address) (*(volatile uint32_t *)(address))

#define SYST_CSR BS_REGISTER(0xe000e010)
#define SYST_RVR BS_REGISTER(0xe000e014)
#define SYST_CVR BS_REGISTER(0xe000e018)
#define SYST_ENABLE 7u /* counting, with interrupt, at the processor's clock */
#define SYST_LARGEST 0xffffffu

#define NVIC_ISER(interrupt) BS_REGISTER(0xe000e100 + (interrupt) / 32 * 4)
#define NVIC_ISPR(interrupt) BS_REGISTER(0xe000e200 + (interrupt) / 32 * 4)
#define NVIC_BIT(interrupt) (1u << ((interrupt) % 32))
#define NVIC_IPR(interrupt) (*(volatile uint8_t *)(0xe000e400 + (interrupt)))

#define SCB_ICSR BS_REGISTER(0xe000ed04)
#define ICSR_PENDSVSET (1u << 28)
#define SCB_VTOR BS_REGISTER(0xe000ed08)
#define SCB_AIRCR BS_REGISTER(0xe000ed0c)
#define AIRCR_RESET 0x05fa0004u
#define SCB_SHPR1 BS_REGISTER(0xe000ed18) /* MemManage, BusFault, UsageFault */
#define SCB_SHPR2 BS_REGISTER(0xe000ed1c) /* SVCall in the top byte */
#define SCB_SHPR3 BS_REGISTER(0xe000ed20) /* PendSV, SysTick in the top bytes */
#define SCB_SHCSR BS_REGISTER(0xe000ed24)
#define SHCSR_FAULTS (7u << 16)
#define SHCSR_SVC_PENDING (1u << 15)
#define SCB_CFSR BS_REGISTER(0xe000ed28)
#define CFSR_IACCVIOL (1u << 0)
#define CFSR_MSTKERR (1u << 4)
#define CFSR_MLSPERR (1u << 5)
#define CFSR_MMARVALID (1u << 7)
#define CFSR_IBUSERR (1u << 8)
#define CFSR_STKERR (1u << 12)
#define CFSR_LSPERR (1u << 13)
#define CFSR_BFARVALID (1u << 15)
#define CFSR_UNDEFINSTR (1u << 16)
#define CFSR_INVSTATE (1u << 17)
#define CFSR_NO_FRAME (CFSR_MSTKERR | CFSR_MLSPERR | CFSR_STKERR | CFSR_LSPERR)
#define SCB_HFSR BS_REGISTER(0xe000ed2c)
#define SCB_MMFAR BS_REGISTER(0xe000ed34)
#define SCB_BFAR BS_REGISTER(0xe000ed38)
#define SCB_CPACR BS_REGISTER(0xe000ed88)
#define CPACR_FPU (0xfu << 20)
#define FPU_FPCCR BS_REGISTER(0xe000ef34)

#define MPU_CTRL BS_REGISTER(0xe000ed94)
#define MPU_ENABLE 5u /* enabled, with the default map for privileged code */
#define MPU_RNR BS_REGISTER(0xe000ed98)
#define MPU_RBAR BS_REGISTER(0xe000ed9c)
#define MPU_RASR BS_REGISTER(0xe000eda0)

#define XPSR_THUMB (1u << 24)
#define XPSR_REALIGNED (1u << 9)
#define EXC_RETURN_THREAD_PSP (1u << 2)
#define EXC_RETURN_BASIC_FRAME (1u << 4)

static inline void bs_barrier(void)
{
    __asm__ volatile("dsb\n\tisb" ::: "memory");
}

/* Masks every interrupt; faults stay. Returns what bs_interrupts_restore takes. */
static inline uint32_t bs_interrupts_mask(void)
{
    uint32_t before;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(before)::"memory");
    return before;
}

static inline void bs_interrupts_restore(uint32_t before)
{
    __asm__ volatile("msr primask, %0" ::"r"(before) : "memory");
}

/* With interrupts masked: sleeps until one is pending, then lets it run. */
static inline void bs_sleep(void)
{
    __asm__ volatile("dsb\n\twfi\n\tcpsie i\n\tisb\n\tcpsid i" ::: "memory");
}

#endif
