/* Jump tables inside of code. */
int32_t dense(int32_t x)
{
    switch (x) {
    case 0: return bs_time_now();
    case 1: return 17;
    case 2: return bs_time_micros();
    case 3: return x * 9;
    case 4: return 3;
    case 5: return bs_integer_power(x, 2);
    case 6: return -1;
    default: return x;
    }
}

int32_t sparse(int32_t x)
{
    switch (x) {
    case -70000: return 1;
    case 3: return 2;
    case 900: return 3;
    case 123456: return 4;
    default: return 5;
    }
}
