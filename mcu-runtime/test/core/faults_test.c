/* What the fault registers of a program come to. The status words are those of a Cortex-M4. */
#include "check.h"

#include "bs_trap.h"
#include "faults.h"

#define STACK_BASE 0x20000000u
#define DATA_ACCESS 0x82u      /* DACCVIOL, MMARVALID */
#define DATA_OVERFLOW 0x92u    /* and MSTKERR */
#define BUS_ACCESS 0x8200u     /* PRECISERR, BFARVALID */

static void check(uint8_t error, uint16_t site, bs_fault fault)
{
    bs_verdict verdict = bs_fault_judge(&fault, STACK_BASE);
    CHECK(verdict.error == error && verdict.site == site, "status 0x%08x, address 0x%08x: error %u, site %u",
          (unsigned)fault.cfsr, (unsigned)fault.address, verdict.error, verdict.site);
}

static bs_fault at(uint32_t cfsr, uint32_t address)
{
    return (bs_fault){.cfsr = cfsr, .address = address, .sp = 0x20001f00, .pc = 0x20004000, .instruction = 0x68186818};
}

static void trap_instructions_carry_error_and_site(void)
{
    bs_fault fault = at(CFSR_UNDEFINSTR, 0);
    for (uint32_t error = 0; error < 16; error++) {
        for (uint32_t site = 0; site <= BS_SITE_NONE; site++) {
            fault.instruction = 0xf7f0a000u | error << 16 | site;
            check((uint8_t)error, (uint16_t)site, fault);
        }
    }
}

static void other_undefined_instructions_are_faults(void)
{
    bs_fault fault = at(CFSR_UNDEFINSTR, 0);
    fault.instruction = 0xde05de05;
    check(BS_ERROR_FAULT, BS_SITE_NONE, fault);
    fault.instruction = 0xf7f1b234;
    check(BS_ERROR_FAULT, BS_SITE_NONE, fault);
    fault.instruction = 0;
    check(BS_ERROR_FAULT, BS_SITE_NONE, fault);
}

static void first_64_kilobytes_are_null(void)
{
    check(BS_ERROR_NULL, BS_SITE_NONE, at(DATA_ACCESS, 0));
    check(BS_ERROR_NULL, BS_SITE_NONE, at(DATA_ACCESS, 0xffff));
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(DATA_ACCESS, 0x10000));
    check(BS_ERROR_NULL, BS_SITE_NONE, at(BUS_ACCESS, 8));
}

static void calls_through_null_are_null(void)
{
    bs_fault fault = at(CFSR_IACCVIOL, 0);
    fault.pc = 0;
    check(BS_ERROR_NULL, BS_SITE_NONE, fault);
    fault.cfsr = CFSR_INVSTATE;
    check(BS_ERROR_NULL, BS_SITE_NONE, fault);
    fault.pc = 0x20010000;
    check(BS_ERROR_FAULT, BS_SITE_NONE, fault);
}

static void no_frame_is_an_overflow(void)
{
    bs_fault fault = at(DATA_OVERFLOW, 0x1ffffffc);
    fault.sp = 0x1fffffc0;
    fault.pc = 0;
    check(BS_ERROR_STACK, BS_SITE_NONE, fault);
    fault.cfsr = CFSR_MSTKERR;
    check(BS_ERROR_STACK, BS_SITE_NONE, fault);
}

static void access_just_below_the_stack_is_an_overflow(void)
{
    check(BS_ERROR_STACK, BS_SITE_NONE, at(DATA_ACCESS, STACK_BASE - 1));
    check(BS_ERROR_STACK, BS_SITE_NONE, at(DATA_ACCESS, STACK_BASE - 0x10000));
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(DATA_ACCESS, STACK_BASE - 0x10001));
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(DATA_ACCESS, STACK_BASE + 0x2000));
}

static void bad_addresses_are_faults(void)
{
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(DATA_ACCESS, 0x40011000));
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(BUS_ACCESS, 0xe000e100));
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(1u << 24, 0)); /* UNALIGNED */
    check(BS_ERROR_FAULT, BS_SITE_NONE, at(0, 0));
}

int main(void)
{
    trap_instructions_carry_error_and_site();
    other_undefined_instructions_are_faults();
    first_64_kilobytes_are_null();
    calls_through_null_are_null();
    no_frame_is_an_overflow();
    access_just_below_the_stack_is_an_overflow();
    bad_addresses_are_faults();
    return check_result("faults");
}
