#include "check.h"

uint32_t check_failures;
uint32_t check_count;

int check_result(const char *what)
{
    printf("%s: %lu checks, %lu failed\n", what, (unsigned long)check_count, (unsigned long)check_failures);
    return check_failures != 0;
}
