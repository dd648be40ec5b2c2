/*
 * Martin Richards' operating system kernel: six tasks with priorities send packets to each other. The
 * result combines how often a packet was queued and how often a task held itself.
 */
#include "../twin.h"

enum task_name { IDLER, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };

enum packet_kind { DEVICE_PACKET, WORK_PACKET };

#define DATA_SIZE 4

struct packet {
    struct packet *link;
    int32_t identity;
    int32_t kind;
    int32_t datum;
    int32_t data[DATA_SIZE];
};

struct scheduler;

/* A task; the kinds of task begin with one. */
struct task {
    bool packet_pending, waiting, holding;
    struct task *link;
    int32_t identity;
    int32_t priority;
    struct packet *input;
    struct scheduler *scheduler;
    /* What the task does with one packet, or with none; the task that runs next. */
    struct task *(*process)(struct task *task, struct packet *packet);
};

struct scheduler {
    int32_t packet_count;
    int32_t hold_count;
    struct task *first;
    struct task *tasks[TASKS];
};

/* Puts the packet at the end of a queue and returns the queue. */
static struct packet *append(struct packet *packet, struct packet *queue)
{
    packet->link = NULL;
    if (queue == NULL)
        return packet;
    struct packet *last = queue;
    while (last->link != NULL)
        last = last->link;
    last->link = packet;
    return queue;
}

static void set_state(struct task *task, bool packet_pending, bool waiting)
{
    task->packet_pending = packet_pending;
    task->waiting = waiting;
    task->holding = false;
}

static bool is_holding_or_waiting(const struct task *task)
{
    return task->holding || (!task->packet_pending && task->waiting);
}

static bool is_waiting_with_packet(const struct task *task)
{
    return task->packet_pending && task->waiting && !task->holding;
}

/* Takes a packet from the input if the task was waiting for one. */
static struct task *run(struct task *task)
{
    struct packet *packet = NULL;
    if (is_waiting_with_packet(task)) {
        packet = task->input;
        task->input = packet->link;
        set_state(task, task->input != NULL, false);
    }
    return task->process(task, packet);
}

/* Returns the task that runs next: the receiver if it has the higher priority. */
static struct task *receive(struct task *task, struct packet *packet, struct task *sender)
{
    if (task->input == NULL) {
        task->input = packet;
        task->packet_pending = true;
        return task->priority > sender->priority ? task : sender;
    }
    task->input = append(packet, task->input);
    return sender;
}

static struct task *wait(struct task *task)
{
    task->waiting = true;
    return task;
}

static struct task *hold(struct task *task)
{
    task->scheduler->hold_count++;
    task->holding = true;
    return task->link;
}

static struct task *release(struct task *task, int32_t identity)
{
    struct task *other = task->scheduler->tasks[identity];
    other->holding = false;
    return other->priority > task->priority ? other : task;
}

static struct task *send(struct task *task, struct packet *packet)
{
    struct task *receiver = task->scheduler->tasks[packet->identity];
    task->scheduler->packet_count++;
    packet->link = NULL;
    packet->identity = task->identity;
    return receive(receiver, packet, task);
}

struct idle_task {
    struct task task;
    int32_t control;
    int32_t count;
};

static struct task *process_idle(struct task *task, struct packet *packet)
{
    (void)packet;
    struct idle_task *idle = (struct idle_task *)task;
    idle->count--;
    if (idle->count == 0)
        return hold(task);
    if ((idle->control & 1) == 0) {
        idle->control /= 2;
        return release(task, DEVICE_A);
    }
    idle->control = (idle->control / 2) ^ 53256;
    return release(task, DEVICE_B);
}

struct worker_task {
    struct task task;
    int32_t destination;
    int32_t count;
};

static struct task *process_worker(struct task *task, struct packet *packet)
{
    struct worker_task *worker = (struct worker_task *)task;
    if (packet == NULL)
        return wait(task);
    worker->destination = worker->destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->identity = worker->destination;
    packet->datum = 0;
    for (int32_t i = 0; i < DATA_SIZE; i++) {
        worker->count++;
        if (worker->count > 26)
            worker->count = 1;
        packet->data[i] = 65 + worker->count - 1;
    }
    return send(task, packet);
}

struct handler_task {
    struct task task;
    struct packet *work;
    struct packet *device;
};

static struct task *process_handler(struct task *task, struct packet *packet)
{
    struct handler_task *handler = (struct handler_task *)task;
    if (packet != NULL) {
        if (packet->kind == WORK_PACKET)
            handler->work = append(packet, handler->work);
        else
            handler->device = append(packet, handler->device);
    }

    struct packet *work = handler->work;
    if (work == NULL)
        return wait(task);
    int32_t count = work->datum;
    if (count >= DATA_SIZE) {
        handler->work = work->link;
        return send(task, work);
    }
    struct packet *device = handler->device;
    if (device == NULL)
        return wait(task);
    handler->device = device->link;
    device->datum = work->data[count];
    work->datum = count + 1;
    return send(task, device);
}

struct device_task {
    struct task task;
    struct packet *pending;
};

static struct task *process_device(struct task *task, struct packet *packet)
{
    struct device_task *device = (struct device_task *)task;
    if (packet != NULL) {
        device->pending = packet;
        return hold(task);
    }
    struct packet *pending = device->pending;
    if (pending == NULL)
        return wait(task);
    device->pending = NULL;
    return send(task, pending);
}

static struct packet *make_packets(int32_t count, int32_t identity, int32_t kind)
{
    struct packet *queue = NULL;
    for (int32_t i = 0; i < count; i++) {
        struct packet *packet = calloc(1, sizeof *packet);
        packet->link = queue;
        packet->identity = identity;
        packet->kind = kind;
        queue = packet;
    }
    return queue;
}

/* Tasks come in the order of their names, and of rising priority. */
static void *make_task(
    struct scheduler *scheduler, size_t size, int32_t identity, int32_t priority, struct packet *input,
    struct task *(*process)(struct task *, struct packet *))
{
    struct task *task = calloc(1, size);
    task->link = scheduler->first;
    task->identity = identity;
    task->priority = priority;
    task->input = input;
    task->scheduler = scheduler;
    task->process = process;
    set_state(task, input != NULL, true);
    scheduler->tasks[identity] = task;
    scheduler->first = task;
    return task;
}

static void make_idler(struct scheduler *scheduler)
{
    struct idle_task *idle = make_task(scheduler, sizeof *idle, IDLER, 0, NULL, process_idle);
    idle->control = 1;
    idle->count = 10000;
    set_state(&idle->task, false, false);
}

static void make_worker(struct scheduler *scheduler)
{
    struct worker_task *worker = make_task(
        scheduler, sizeof *worker, WORKER, 1000, make_packets(2, WORKER, WORK_PACKET), process_worker);
    worker->destination = HANDLER_A;
}

static void make_handler(struct scheduler *scheduler, int32_t identity, int32_t priority, int32_t device)
{
    make_task(
        scheduler, sizeof(struct handler_task), identity, priority, make_packets(3, device, DEVICE_PACKET),
        process_handler);
}

static void make_device(struct scheduler *scheduler, int32_t identity, int32_t priority)
{
    make_task(scheduler, sizeof(struct device_task), identity, priority, NULL, process_device);
}

static void schedule(struct scheduler *scheduler)
{
    struct task *current = scheduler->first;
    while (current != NULL) {
        if (is_holding_or_waiting(current))
            current = current->link;
        else
            current = run(current);
    }
}

static void free_packets(struct packet *packet)
{
    while (packet != NULL) {
        struct packet *link = packet->link;
        free(packet);
        packet = link;
    }
}

/* When the work is done every packet lies in some task's hands. */
static void free_tasks(struct scheduler *scheduler)
{
    for (int32_t i = 0; i < TASKS; i++) {
        struct task *task = scheduler->tasks[i];
        free_packets(task->input);
        if (task->process == process_handler) {
            free_packets(((struct handler_task *)task)->work);
            free_packets(((struct handler_task *)task)->device);
        } else if (task->process == process_device) {
            free(((struct device_task *)task)->pending); /* its link is that of a queue it has left */
        }
        free(task);
    }
}

int32_t bench_main(void)
{
    struct scheduler scheduler = {0};
    make_idler(&scheduler);
    make_worker(&scheduler);
    make_handler(&scheduler, HANDLER_A, 2000, DEVICE_A);
    make_handler(&scheduler, HANDLER_B, 3000, DEVICE_B);
    make_device(&scheduler, DEVICE_A, 4000);
    make_device(&scheduler, DEVICE_B, 5000);
    schedule(&scheduler);
    free_tasks(&scheduler);
    return scheduler.packet_count == 23246 && scheduler.hold_count == 9297;
}
