// Martin Richards' operating system kernel: six tasks with priorities send packets to each other. The
// result combines how often a packet was queued and how often a task held itself.

const TaskName = { Idler: 0, Worker: 1, HandlerA: 2, HandlerB: 3, DeviceA: 4, DeviceB: 5 };

const PacketKind = { Device: 0, Work: 1 };

const DATA_SIZE = 4;

class Packet {
    constructor(link, identity, kind) {
        this.datum = 0;
        this.data = new Array(DATA_SIZE).fill(0);
        this.link = link;
        this.identity = identity;
        this.kind = kind;
    }
}

// Puts the packet at the end of a queue and returns the queue.
function append(packet, queue) {
    packet.link = null;
    if (queue == null) {
        return packet;
    }
    let last = queue;
    let next = last.link;
    while (next != null) {
        last = next;
        next = last.link;
    }
    last.link = packet;
    return queue;
}

class TaskState {
    constructor() {
        this.packetPending = false;
        this.waiting = false;
        this.holding = false;
    }

    setRunning() {
        this.packetPending = false;
        this.waiting = false;
        this.holding = false;
    }

    setPacketPending() {
        this.packetPending = true;
        this.waiting = false;
        this.holding = false;
    }

    setWaiting() {
        this.packetPending = false;
        this.waiting = true;
        this.holding = false;
    }

    setWaitingWithPacket() {
        this.packetPending = true;
        this.waiting = true;
        this.holding = false;
    }

    receivePacket() {
        this.packetPending = true;
    }

    startWaiting() {
        this.waiting = true;
    }

    setHolding(holding) {
        this.holding = holding;
    }

    isHoldingOrWaiting() {
        return this.holding || (!this.packetPending && this.waiting);
    }

    isWaitingWithPacket() {
        return this.packetPending && this.waiting && !this.holding;
    }
}

class Task extends TaskState {
    constructor(scheduler, identity, priority, input) {
        super();
        this.link = scheduler.firstTask();
        this.identity = identity;
        this.priority = priority;
        this.input = input;
        this.scheduler = scheduler;
        if (input == null) {
            this.setWaiting();
        } else {
            this.setWaitingWithPacket();
        }
        scheduler.add(this);
    }

    // What the task does with one packet, or with none; the task that runs next.
    process(packet) {
        return null;
    }

    // Takes a packet from the input if the task was waiting for one.
    run() {
        let packet = null;
        if (this.isWaitingWithPacket()) {
            packet = this.input;
            if (packet != null) {
                this.input = packet.link;
            }
            if (this.input == null) {
                this.setRunning();
            } else {
                this.setPacketPending();
            }
        }
        return this.process(packet);
    }

    // Returns the task that runs next: this one if it has the higher priority.
    receive(packet, sender) {
        if (this.input == null) {
            this.input = packet;
            this.receivePacket();
            return this.priority > sender.priority ? this : sender;
        }
        this.input = append(packet, this.input);
        return sender;
    }

    wait() {
        this.startWaiting();
        return this;
    }

    hold() {
        this.scheduler.holdCount++;
        this.setHolding(true);
        return this.link;
    }

    release(identity) {
        const task = this.scheduler.find(identity);
        task.setHolding(false);
        return task.priority > this.priority ? task : this;
    }

    send(packet) {
        const receiver = this.scheduler.find(packet.identity);
        this.scheduler.packetCount++;
        packet.link = null;
        packet.identity = this.identity;
        return receiver.receive(packet, this);
    }
}

class IdleTask extends Task {
    constructor(scheduler, identity, priority) {
        super(scheduler, identity, priority, null);
        this.control = 1;
        this.count = 10000;
        this.setRunning();
    }

    process(packet) {
        this.count--;
        if (this.count == 0) {
            return this.hold();
        }
        if ((this.control & 1) == 0) {
            this.control = this.control / 2;
            return this.release(TaskName.DeviceA);
        }
        this.control = (this.control / 2) ^ 53256;
        return this.release(TaskName.DeviceB);
    }
}

class WorkerTask extends Task {
    constructor(scheduler, identity, priority, input) {
        super(scheduler, identity, priority, input);
        this.destination = TaskName.HandlerA;
        this.count = 0;
    }

    process(packet) {
        if (packet == null) {
            return this.wait();
        }
        this.destination = this.destination == TaskName.HandlerA ? TaskName.HandlerB : TaskName.HandlerA;
        packet.identity = this.destination;
        packet.datum = 0;
        for (let i = 0; i < DATA_SIZE; i++) {
            this.count++;
            if (this.count > 26) {
                this.count = 1;
            }
            packet.data[i] = 65 + this.count - 1;
        }
        return this.send(packet);
    }
}

class HandlerTask extends Task {
    constructor(scheduler, identity, priority, input) {
        super(scheduler, identity, priority, input);
        this.work = null;
        this.device = null;
    }

    process(packet) {
        if (packet != null) {
            if (packet.kind == PacketKind.Work) {
                this.work = append(packet, this.work);
            } else {
                this.device = append(packet, this.device);
            }
        }

        const work = this.work;
        if (work == null) {
            return this.wait();
        }
        const count = work.datum;
        if (count >= DATA_SIZE) {
            this.work = work.link;
            return this.send(work);
        }
        const device = this.device;
        if (device == null) {
            return this.wait();
        }
        this.device = device.link;
        device.datum = work.data[count];
        work.datum = count + 1;
        return this.send(device);
    }
}

class DeviceTask extends Task {
    constructor(scheduler, identity, priority, input) {
        super(scheduler, identity, priority, input);
        this.pending = null;
    }

    process(packet) {
        if (packet != null) {
            this.pending = packet;
            return this.hold();
        }
        const pending = this.pending;
        if (pending == null) {
            return this.wait();
        }
        this.pending = null;
        return this.send(pending);
    }
}

class Scheduler {
    constructor() {
        this.packetCount = 0;
        this.holdCount = 0;
        this.first = null;
        this.tasks = [];
    }

    firstTask() {
        return this.first;
    }

    // Tasks come in the order of their names, and of rising priority.
    add(task) {
        this.tasks.push(task);
        this.first = task;
    }

    find(identity) {
        return this.tasks[identity];
    }

    schedule() {
        let current = this.first;
        while (current != null) {
            if (current.isHoldingOrWaiting()) {
                current = current.link;
            } else {
                current = current.run();
            }
        }
    }
}

function packets(count, identity, kind) {
    let queue = null;
    for (let i = 0; i < count; i++) {
        queue = new Packet(queue, identity, kind);
    }
    return queue;
}

function richards() {
    const scheduler = new Scheduler();
    new IdleTask(scheduler, TaskName.Idler, 0);
    new WorkerTask(scheduler, TaskName.Worker, 1000, packets(2, TaskName.Worker, PacketKind.Work));
    new HandlerTask(scheduler, TaskName.HandlerA, 2000, packets(3, TaskName.DeviceA, PacketKind.Device));
    new HandlerTask(scheduler, TaskName.HandlerB, 3000, packets(3, TaskName.DeviceB, PacketKind.Device));
    new DeviceTask(scheduler, TaskName.DeviceA, 4000, null);
    new DeviceTask(scheduler, TaskName.DeviceB, 5000, null);
    scheduler.schedule();
    return scheduler;
}

let holds = 0;

function run() {
    const scheduler = richards();
    holds = scheduler.holdCount;
    return scheduler.packetCount;
}

function right(result) {
    return result == 23246 && holds == 9297;
}
