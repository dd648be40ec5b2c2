/*
 * A minimal device for tests of the unwinder: starts a scenario on its own stack, and at every exception writes the
 * registers and the stack to the emulator's console. Runs on QEMU's mps2-an386.
 *
 *     R r0 ... r15        registers of the interrupted code; pc and r0-r3, r12, lr are 0 if the processor could not save them
 *     S address word ...  the stack from sp up
 *     E                   end of one report
 */
#define SEMIHOSTING_WRITE 4
#define SEMIHOSTING_EXIT 0x18
#define REGISTER(address) (*(volatile uint32_t *)(address))
#define MSTKERR (1u << 4)
#define STACK_WORDS 1024

void run_scenario(int32_t number);
extern char scenario_number; /* its address is the number */
extern char interrupts_wanted;

uint32_t program_stack[STACK_WORDS] __attribute__((aligned(4096)));

/* The first 256 bytes of the stack are a guard; both names are for the host. */
static char line[600];
static int length;
static uint32_t reports;

static void semihosting(uint32_t operation, const void *argument)
{
    register uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

static void flush(void)
{
    line[length++] = '\n';
    line[length] = 0;
    semihosting(SEMIHOSTING_WRITE, line);
    length = 0;
}

static void put(uint32_t word)
{
    line[length++] = ' ';
    for (int shift = 28; shift >= 0; shift -= 4)
        line[length++] = "0123456789abcdef"[word >> shift & 15];
}

static void put_stack(uint32_t sp)
{
    uint32_t end = (uint32_t)(program_stack + STACK_WORDS);
    uint32_t start = (uint32_t)program_stack + 256;
    for (uint32_t at = sp < start ? start : sp; at < end;) {
        line[length++] = 'S';
        put(at);
        for (int i = 0; i < 16 && at < end; i++, at += 4)
            put(*(uint32_t *)at);
        flush();
    }
}

/* `frame` is what the processor saved, `callee` r4 to r11. */
__attribute__((used)) void report(uint32_t *frame, const uint32_t *callee)
{
    bool lost = (REGISTER(0xE000ED28) & MSTKERR) != 0;
    uint32_t sp = lost ? (uint32_t)frame : (uint32_t)(frame + 8) + (frame[7] >> 9 & 1) * 4;
    line[length++] = 'R';
    for (int i = 0; i < 4; i++)
        put(lost ? 0 : frame[i]);
    for (int i = 0; i < 8; i++)
        put(callee[i]);
    put(lost ? 0 : frame[4]);
    put(sp);
    put(lost ? 0 : frame[5]);
    put(lost ? 0 : frame[6]);
    flush();
    put_stack(sp);
    line[length++] = 'E';
    flush();
}

static void stop(void)
{
    semihosting(SEMIHOSTING_EXIT, (void *)0x20026);
}

__attribute__((used)) void fault(uint32_t *frame, const uint32_t *callee)
{
    report(frame, callee);
    stop();
}

__attribute__((used)) void tick(uint32_t *frame, const uint32_t *callee)
{
    report(frame, callee);
    if (++reports == (uint32_t)&interrupts_wanted)
        stop();
    REGISTER(0xE000E014) = 400 + reports * 37 % 211; /* the next interrupt comes at another place */
    REGISTER(0xE000E018) = 0;
}

__attribute__((naked)) void fault_entry(void)
{
    __asm__("mrs r0, psp\n\tpush {r4-r11}\n\tmov r1, sp\n\tbl fault");
}

__attribute__((naked)) void tick_entry(void)
{
    __asm__("mrs r0, psp\n\tpush {r4-r11, lr}\n\tmov r1, sp\n\tbl tick\n\tpop {r4-r11, pc}");
}

/* Where the outermost function returns to. */
__attribute__((naked)) void bottom(void)
{
    __asm__("bkpt 0");
}

__attribute__((naked)) void enter(int32_t number, uint32_t *stack)
{
    __asm__("msr psp, r1\n\tmovs r1, #2\n\tmsr control, r1\n\tisb\n\tldr lr, =bottom\n\tldr r1, =run_scenario\n\t"
            "bx r1\n\t.ltorg");
}

void reset(void)
{
    REGISTER(0xE000ED88) |= 0xfu << 20;                         /* floating point on */
    REGISTER(0xE000EF34) = 0;                                   /* and not saved at exceptions */
    REGISTER(0xE000ED9C) = (uint32_t)program_stack | 0x10;      /* region 0: the guard */
    REGISTER(0xE000EDA0) = 1u << 28 | 7u << 1 | 1;              /* 256 bytes, no access, no execution */
    REGISTER(0xE000ED94) = 5;                                   /* on, default map elsewhere */
    REGISTER(0xE000ED24) |= 1u << 16 | 1u << 17 | 1u << 18;     /* memory, bus and usage faults */
    if ((uint32_t)&interrupts_wanted != 0) {
        REGISTER(0xE000E014) = 500;
        REGISTER(0xE000E018) = 0;
        REGISTER(0xE000E010) = 7;
    }
    enter((int32_t)&scenario_number, program_stack + STACK_WORDS);
}
