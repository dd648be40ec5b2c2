# Martin Richards' operating system kernel: six tasks with priorities send packets to each other. The
# result combines how often a packet was queued and how often a task held itself.


class TaskName:
    Idler = 0
    Worker = 1
    HandlerA = 2
    HandlerB = 3
    DeviceA = 4
    DeviceB = 5


class PacketKind:
    Device = 0
    Work = 1


DATA_SIZE = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.datum = 0
        self.data = [0] * DATA_SIZE
        self.link = link
        self.identity = identity
        self.kind = kind


# Puts the packet at the end of a queue and returns the queue.
def append(packet, queue):
    packet.link = None
    if queue is None:
        return packet
    last = queue
    next = last.link
    while next is not None:
        last = next
        next = last.link
    last.link = packet
    return queue


class TaskState:
    def __init__(self):
        self.packet_pending = False
        self.waiting = False
        self.holding = False

    def set_running(self):
        self.packet_pending = False
        self.waiting = False
        self.holding = False

    def set_packet_pending(self):
        self.packet_pending = True
        self.waiting = False
        self.holding = False

    def set_waiting(self):
        self.packet_pending = False
        self.waiting = True
        self.holding = False

    def set_waiting_with_packet(self):
        self.packet_pending = True
        self.waiting = True
        self.holding = False

    def receive_packet(self):
        self.packet_pending = True

    def start_waiting(self):
        self.waiting = True

    def set_holding(self, holding):
        self.holding = holding

    def is_holding_or_waiting(self):
        return self.holding or (not self.packet_pending and self.waiting)

    def is_waiting_with_packet(self):
        return self.packet_pending and self.waiting and not self.holding


class Task(TaskState):
    def __init__(self, scheduler, identity, priority, input):
        TaskState.__init__(self)
        self.link = scheduler.first_task()
        self.identity = identity
        self.priority = priority
        self.input = input
        self.scheduler = scheduler
        if input is None:
            self.set_waiting()
        else:
            self.set_waiting_with_packet()
        scheduler.add(self)

    # What the task does with one packet, or with none; the task that runs next.
    def process(self, packet):
        return None

    # Takes a packet from the input if the task was waiting for one.
    def run(self):
        packet = None
        if self.is_waiting_with_packet():
            packet = self.input
            if packet is not None:
                self.input = packet.link
            if self.input is None:
                self.set_running()
            else:
                self.set_packet_pending()
        return self.process(packet)

    # Returns the task that runs next: this one if it has the higher priority.
    def receive(self, packet, sender):
        if self.input is None:
            self.input = packet
            self.receive_packet()
            return self if self.priority > sender.priority else sender
        self.input = append(packet, self.input)
        return sender

    def wait(self):
        self.start_waiting()
        return self

    def hold(self):
        self.scheduler.hold_count += 1
        self.set_holding(True)
        return self.link

    def release(self, identity):
        task = self.scheduler.find(identity)
        task.set_holding(False)
        return task if task.priority > self.priority else self

    def send(self, packet):
        receiver = self.scheduler.find(packet.identity)
        self.scheduler.packet_count += 1
        packet.link = None
        packet.identity = self.identity
        return receiver.receive(packet, self)


class IdleTask(Task):
    def __init__(self, scheduler, identity, priority):
        Task.__init__(self, scheduler, identity, priority, None)
        self.control = 1
        self.count = 10000
        self.set_running()

    def process(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if (self.control & 1) == 0:
            self.control = self.control // 2
            return self.release(TaskName.DeviceA)
        self.control = (self.control // 2) ^ 53256
        return self.release(TaskName.DeviceB)


class WorkerTask(Task):
    def __init__(self, scheduler, identity, priority, input):
        Task.__init__(self, scheduler, identity, priority, input)
        self.destination = TaskName.HandlerA
        self.count = 0

    def process(self, packet):
        if packet is None:
            return self.wait()
        self.destination = TaskName.HandlerB if self.destination == TaskName.HandlerA else TaskName.HandlerA
        packet.identity = self.destination
        packet.datum = 0
        for i in range(DATA_SIZE):
            self.count += 1
            if self.count > 26:
                self.count = 1
            packet.data[i] = 65 + self.count - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, identity, priority, input):
        Task.__init__(self, scheduler, identity, priority, input)
        self.work = None
        self.device = None

    def process(self, packet):
        if packet is not None:
            if packet.kind == PacketKind.Work:
                self.work = append(packet, self.work)
            else:
                self.device = append(packet, self.device)

        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= DATA_SIZE:
            self.work = work.link
            return self.send(work)
        device = self.device
        if device is None:
            return self.wait()
        self.device = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, identity, priority, input):
        Task.__init__(self, scheduler, identity, priority, input)
        self.pending = None

    def process(self, packet):
        if packet is not None:
            self.pending = packet
            return self.hold()
        pending = self.pending
        if pending is None:
            return self.wait()
        self.pending = None
        return self.send(pending)


class Scheduler:
    def __init__(self):
        self.packet_count = 0
        self.hold_count = 0
        self.first = None
        self.tasks = []

    def first_task(self):
        return self.first

    # Tasks come in the order of their names, and of rising priority.
    def add(self, task):
        self.tasks.append(task)
        self.first = task

    def find(self, identity):
        return self.tasks[identity]

    def schedule(self):
        current = self.first
        while current is not None:
            if current.is_holding_or_waiting():
                current = current.link
            else:
                current = current.run()


def packets(count, identity, kind):
    queue = None
    for i in range(count):
        queue = Packet(queue, identity, kind)
    return queue


def richards():
    scheduler = Scheduler()
    IdleTask(scheduler, TaskName.Idler, 0)
    WorkerTask(scheduler, TaskName.Worker, 1000, packets(2, TaskName.Worker, PacketKind.Work))
    HandlerTask(scheduler, TaskName.HandlerA, 2000, packets(3, TaskName.DeviceA, PacketKind.Device))
    HandlerTask(scheduler, TaskName.HandlerB, 3000, packets(3, TaskName.DeviceB, PacketKind.Device))
    DeviceTask(scheduler, TaskName.DeviceA, 4000, None)
    DeviceTask(scheduler, TaskName.DeviceB, 5000, None)
    scheduler.schedule()
    return scheduler


holds = 0


def run():
    global holds
    scheduler = richards()
    holds = scheduler.hold_count
    return scheduler.packet_count


def right(result):
    return result == 23246 and holds == 9297
