#define _GNU_SOURCE
#include "host_board.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include "link.h"

static int wire = -1;
static bool masked;
static bool pended;
static uint8_t output[4096];
static size_t output_length;

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void connect_socket(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) {
        fprintf(stderr, "socket path of %zu bytes is too long\n", strlen(path));
        exit(1);
    }
    strcpy(address.sun_path, path);
    wire = socket(AF_UNIX, SOCK_STREAM, 0);
    if (wire < 0 || connect(wire, (struct sockaddr *)&address, sizeof address) != 0)
        fail(path);
}

static void open_terminal(void)
{
    struct termios settings;
    wire = posix_openpt(O_RDWR | O_NOCTTY);
    if (wire < 0 || grantpt(wire) != 0 || unlockpt(wire) != 0)
        fail("pseudo-terminal");
    /* Held open, so that the terminal keeps its settings and its bytes before and between users. */
    int other = open(ptsname(wire), O_RDWR | O_NOCTTY);
    if (other < 0 || tcgetattr(other, &settings) != 0)
        fail(ptsname(wire));
    cfmakeraw(&settings);
    tcsetattr(other, TCSANOW, &settings);
    printf("%s\n", ptsname(wire));
    fflush(stdout);
}

void host_wire_open(const char *path)
{
    if (path != NULL)
        connect_socket(path);
    else
        open_terminal();
}

void host_wire_flush(void)
{
    size_t done = 0;
    while (done < output_length) {
        ssize_t count = write(wire, output + done, output_length - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            exit(0);
        done += (size_t)count;
    }
    output_length = 0;
}

void host_wire_receive(bool wait)
{
    uint8_t bytes[256];
    struct pollfd ready = {.fd = wire, .events = POLLIN};
    if (wait)
        host_wire_flush();
    if (masked || poll(&ready, 1, wait ? -1 : 0) <= 0)
        return;
    ssize_t count = read(wire, bytes, sizeof bytes);
    if (count <= 0)
        exit(0);
    for (ssize_t i = 0; i < count; i++)
        bs_link_receive(bytes[i]);
}

void host_wire_ignore(void)
{
    uint8_t bytes[256];
    host_wire_flush();
    while (read(wire, bytes, sizeof bytes) > 0) {
    }
    exit(0);
}

void host_wire_transmit_pended(void)
{
    while (pended) {
        pended = false;
        bs_link_transmit();
    }
    host_wire_flush();
}

void host_wire_text(const char *text)
{
    for (; *text != 0; text++)
        bs_hal_transmit((uint8_t)*text);
}

/* Bytes arrive while others are sent, as on a board: the receive level pre-empts the transmit level. */
void bs_hal_transmit(uint8_t byte)
{
    static unsigned int count;
    output[output_length++] = byte;
    if (output_length == sizeof output)
        host_wire_flush();
    if (++count % 32 == 0)
        host_wire_receive(false);
}

void bs_hal_link_mask(void)
{
    masked = true;
}

void bs_hal_link_unmask(void)
{
    masked = false;
}

void bs_hal_link_pend(void)
{
    pended = true;
}
