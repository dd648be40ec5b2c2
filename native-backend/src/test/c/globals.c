/* Every kind of data section, and pointers between them. */
int32_t zero;
int32_t counter = 42;
static int32_t hidden = 7;
static int32_t hidden_zero[100];
static int32_t aligned[4] __attribute__((aligned(32))) = {1, 2, 3, 4};
const int32_t table[] = {1, 1, 2, 3, 5, 8, 13, 21};
static const char *const names[] = {"red", "green", "blue", "green"};
int32_t *pointer = &counter;
int32_t *into = &hidden_zero[50];
const char *text = "some text";
uint8_t small = 3;
_Alignas(8) static struct { bs_class class_; void (*methods[2])(void); } record;

static int32_t twice(int32_t x) { return x * 2; }
static int32_t thrice(int32_t x) { return x * 3; }
int32_t (*const operations[])(int32_t) = {twice, thrice};

int32_t apply(int which, int32_t x)
{
    counter += hidden;
    zero++;
    hidden++;
    hidden_zero[which & 63] += table[which & 7] + aligned[which & 3] + small;
    record.class_.size = 8;
    record.methods[0] = (void (*)(void))&apply;
    return operations[which & 1](x) + *pointer + (int32_t)names[which & 3][0] + *into + text[1];
}
