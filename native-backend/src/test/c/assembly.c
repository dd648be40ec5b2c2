/* Relocations that only hand-written or other compilers' code has. */
extern int32_t outside(int32_t);
int32_t variable = 3;

__attribute__((naked)) int32_t moves(void)
{
    __asm__("movw r0, #:lower16:variable\n\tmovt r0, #:upper16:variable\n\tbx lr");
}

__attribute__((naked)) int32_t moves_with_addend(void)
{
    __asm__("movw r0, #:lower16:variable + 16\n\tmovt r0, #:upper16:variable + 16\n\tbx lr");
}

__attribute__((naked)) int32_t function_moves(void)
{
    __asm__("movw r0, #:lower16:outside\n\tmovt r0, #:upper16:outside\n\tbx lr");
}

__attribute__((naked)) int32_t relative_moves(void)
{
    __asm__("movw r0, #:lower16:variable - .\n\tmovt r0, #:upper16:variable - .\n\tbx lr");
}

__attribute__((naked)) int32_t branches(int32_t n)
{
    __asm__("cmp r0, #0\n\tbeq.w outside\n\tblt.n near\n\tbgt.w branches_end\n\tb.n near");
}

__attribute__((naked)) int32_t near(void) { __asm__("b.w outside"); }

__attribute__((naked)) int32_t branches_end(void) { __asm__("bne.w near\n\tb.w near"); }

__attribute__((naked)) int32_t words(void)
{
    __asm__(".word variable, variable + 8, outside, variable - ., outside - .\n\t"
            ".word near - ., moves(target1)\n\t.hword 7\n\t.hword 9");
}
