/*
 * Checks the firmware's codec and link against the vectors that the host's Java is checked with:
 *
 *     link-vectors FOLDER
 *
 * where FOLDER holds frames.txt, damage.txt and conversations.txt. Prints what differs and how many checks
 * were made; the status is 1 if anything differs.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "link.h"

#define LARGEST 4096

typedef struct buffer {
    size_t length;
    uint8_t bytes[LARGEST];
} buffer;

static buffer sent;             /* what the code under test has transmitted since it was last looked at */
static char name[200];          /* of the vector at hand */
static unsigned int checks;
static unsigned int differences;

static void expect(bool holds, const char *format, ...)
{
    va_list values;
    checks++;
    if (holds)
        return;
    differences++;
    printf("%s: ", name);
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
    printf("\n");
}

static void print_bytes(const char *what, const buffer *b)
{
    printf("  %s", what);
    for (size_t i = 0; i < b->length; i++)
        printf(" %02x", b->bytes[i]);
    printf("\n");
}

static void expect_same(const buffer *actual, const buffer *wanted, const char *what)
{
    bool same = actual->length == wanted->length && memcmp(actual->bytes, wanted->bytes, wanted->length) == 0;
    expect(same, "%s differs", what);
    if (!same) {
        print_bytes("wanted", wanted);
        print_bytes("is    ", actual);
    }
}

/* ---- reading lines ---- */

/* If `line` begins with the word, returns what follows it, else 0. */
static const char *after(const char *line, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(line, word, length) != 0 || (line[length] != ' ' && line[length] != 0))
        return NULL;
    return line + length + (line[length] == ' ');
}

static void parse_bytes(const char *text, buffer *b)
{
    b->length = 0;
    while (*text != 0) {
        char *end;
        unsigned long byte = strtoul(text, &end, 16);
        if (end == text || b->length == LARGEST) {
            fprintf(stderr, "%s: no bytes: %s\n", name, text);
            exit(2);
        }
        b->bytes[b->length++] = (uint8_t)byte;
        text = end + strspn(end, " ");
    }
}

static void each_line(const char *folder, const char *file, void (*take)(const char *line))
{
    static char line[4 * LARGEST];
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    FILE *f = fopen(path, "r");
    if (f == NULL) {
        perror(path);
        exit(2);
    }
    while (fgets(line, sizeof line, f) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] != '#' && line[0] != 0)
            take(line);
    }
    fclose(f);
}

/* ---- frames.txt ---- */

static uint8_t header[BS_FRAME_PAYLOAD];
static buffer payload;

static uint8_t from_memory(const void *memory, uint32_t index)
{
    const uint8_t *bytes = memory;
    return bytes[index];
}

static void check_frame(const buffer *wire)
{
    static bs_frame_decoder decoder;
    unsigned int frames = 0;

    sent.length = 0;
    bs_frame_encode(header, from_memory, payload.bytes, (uint32_t)payload.length, bs_hal_transmit);
    expect_same(&sent, wire, "encoding");

    for (size_t i = 0; i < wire->length; i++) {
        if (bs_frame_decode(&decoder, wire->bytes[i]) != BS_FRAME_COMPLETE)
            continue;
        frames++;
        buffer body = {.length = decoder.length - (size_t)BS_FRAME_PAYLOAD};
        memcpy(body.bytes, decoder.bytes + BS_FRAME_PAYLOAD, body.length);
        expect(memcmp(decoder.bytes, header, sizeof header) == 0, "header differs");
        expect_same(&body, &payload, "payload");
    }
    expect(frames == 1, "%u frames instead of one", frames);
}

static void take_frame_line(const char *line)
{
    const char *text;
    if ((text = after(line, "frame")) != NULL) {
        snprintf(name, sizeof name, "%s", text);
        memset(header, 0, sizeof header);
    } else if ((text = after(line, "kind")) != NULL) {
        header[BS_FRAME_KIND] = (uint8_t)strtoul(text, NULL, 16);
    } else if ((text = after(line, "sequence")) != NULL) {
        bs_put16(header + BS_FRAME_SEQUENCE, (uint32_t)strtoul(text, NULL, 16));
    } else if ((text = after(line, "acknowledge")) != NULL) {
        bs_put16(header + BS_FRAME_ACKNOWLEDGE, (uint32_t)strtoul(text, NULL, 16));
    } else if ((text = after(line, "session")) != NULL) {
        bs_put32(header + BS_FRAME_SESSION, (uint32_t)strtoul(text, NULL, 16));
    } else if ((text = after(line, "payload")) != NULL) {
        parse_bytes(text, &payload);
    } else if ((text = after(line, "wire")) != NULL) {
        static buffer wire;
        parse_bytes(text, &wire);
        check_frame(&wire);
    }
}

/* ---- damage.txt ---- */

static char outcome[200];

static void decode_all(const buffer *wire)
{
    static bs_frame_decoder decoder;
    outcome[0] = 0;
    for (size_t i = 0; i < wire->length; i++) {
        enum bs_frame_event event = bs_frame_decode(&decoder, wire->bytes[i]);
        if (event != BS_FRAME_GOING_ON)
            strcat(outcome, event == BS_FRAME_COMPLETE ? "frame " : "damaged ");
    }
}

static void take_damage_line(const char *line)
{
    const char *text;
    if ((text = after(line, "bytes")) != NULL) {
        snprintf(name, sizeof name, "%s", text);
    } else if ((text = after(line, "wire")) != NULL) {
        static buffer wire;
        parse_bytes(text, &wire);
        decode_all(&wire);
    } else if ((text = after(line, "gives")) != NULL) {
        char wanted[200];
        snprintf(wanted, sizeof wanted, "%s ", text);
        if (strcmp(text, "nothing") == 0)
            wanted[0] = 0;
        if (strncmp(wanted, "long ", 5) == 0)
            snprintf(wanted, sizeof wanted, "damaged %s ", text + 5);
        expect(strcmp(outcome, wanted) == 0, "gives %sinstead of %s", outcome, wanted);
    }
}

/* ---- conversations.txt ---- */

static bool answer_ready;
static bool refusing;
static buffer answer;

void bs_device_message(uint8_t op, const uint8_t *request, uint32_t length)
{
    (void)request;
    (void)length;
    expect(answer_ready, "request %02x is served, but should not be", op);
    answer_ready = false;
    if (refusing)
        bs_link_refuse(answer.bytes[0]);
    else
        bs_link_reply(answer.bytes, (uint32_t)answer.length);
}

static void begin_conversation(const char *text)
{
    expect(sent.length == 0, "%zu bytes were sent at the end that are not in the file", sent.length);
    expect(!answer_ready, "a request was not served");
    snprintf(name, sizeof name, "%s", text);
    answer_ready = false;
    bs_link_init();
    sent.length = 0; /* BOOTED, which frames.txt has */
}

static void arrive(const buffer *wire)
{
    for (size_t i = 0; i < wire->length; i++)
        bs_link_receive(wire->bytes[i]);
    bs_link_transmit();
}

/* The next of what was sent must be these bytes. */
static void expect_sent(const buffer *wire)
{
    buffer next = {.length = sent.length < wire->length ? sent.length : wire->length};
    memcpy(next.bytes, sent.bytes, next.length);
    expect_same(&next, wire, "what the device sends");
    sent.length -= next.length;
    memmove(sent.bytes, sent.bytes + next.length, sent.length);
}

static void say(const buffer *message)
{
    expect(bs_link_send(message->bytes[0], message->bytes + 1, (uint32_t)message->length - 1), "no room");
}

static void take_conversation_line(const char *line)
{
    static buffer bytes;
    const char *text;
    if ((text = after(line, "conversation")) != NULL) {
        begin_conversation(text);
    } else if ((text = after(line, "answer")) != NULL || (text = after(line, "refuse")) != NULL) {
        parse_bytes(text, &answer);
        answer_ready = true;
        refusing = line[0] == 'r';
    } else if ((text = after(line, "say")) != NULL) {
        parse_bytes(text, &bytes);
        say(&bytes);
    } else if ((text = after(line, "host")) != NULL || (text = after(line, "wire")) != NULL) {
        expect(sent.length == 0, "%zu bytes were sent that are not in the file", sent.length);
        parse_bytes(text, &bytes);
        arrive(&bytes);
        expect(!answer_ready, "a request was not served");
    } else if ((text = after(line, "device")) != NULL || (text = after(line, "device-lost")) != NULL) {
        parse_bytes(text, &bytes);
        expect_sent(&bytes);
    }
}

/* ---- the HAL ---- */

void bs_hal_transmit(uint8_t byte)
{
    if (sent.length == LARGEST) {
        fprintf(stderr, "%s: sends without end\n", name);
        exit(1);
    }
    sent.bytes[sent.length++] = byte;
}

void bs_hal_link_mask(void)
{
}

void bs_hal_link_unmask(void)
{
}

void bs_hal_link_pend(void)
{
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: link-vectors FOLDER\n");
        return 2;
    }
    each_line(arguments[1], "frames.txt", take_frame_line);
    each_line(arguments[1], "damage.txt", take_damage_line);
    sent.length = 0;
    each_line(arguments[1], "conversations.txt", take_conversation_line);
    begin_conversation("end");
    printf("%u checks, %u differences\n", checks, differences);
    return differences != 0;
}
