/* Functions inlined into blocks with variables of their own, behind others of which no instruction is left. */
extern int32_t elsewhere(int32_t);

static inline void put8(uint8_t *to, int32_t x) { *to = (uint8_t)x; }
static inline void put16(uint8_t *to, int32_t x)
{
    put8(to, x);
    put8(to + 1, x >> 8);
}
static inline void put32(uint8_t *to, int32_t x)
{
    put16(to, x);
    put16(to + 2, x >> 16);
}
static inline int32_t nothing(int32_t x) { return x; }

static inline int32_t hello(uint8_t *to)
{
    uint8_t bytes[24];
    put16(bytes, 7);
    put32(bytes + 4, (int32_t)to);
    int32_t n = nothing(6);
    for (int32_t i = 0; i < 3; i++) {
        int32_t offset = 8 + 4 * i;
        put32(bytes + offset, elsewhere(i));
        {
            int32_t inner = elsewhere(offset);
            put16(bytes + offset, inner);
        }
    }
    return elsewhere((int32_t)bytes) + n;
}

int32_t message(uint8_t *to, int32_t kind)
{
    switch (kind) {
    case 1: return hello(to);
    case 2: put32(to, kind); return nothing(kind);
    default: {
        int32_t next = nothing(kind) + 1;
        put16(to, next);
        return next;
    }
    }
}
