package org.bluescript.cli.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bluescript.cli.interchange.RunnerBuilder.Runner;
import org.bluescript.language.shadow.HeapPlan;
import org.bluescript.link.Device;
import org.bluescript.link.protocol.DeviceEvent;

/** Performs operations on the device. */
final class DeviceSide {
    private final Device device;
    private final Runner runner;
    private final Site site;
    private final DeviceMemory memory;

    DeviceSide(Device device, Runner runner, Site site) {
        this.device = device;
        this.runner = runner;
        this.site = site;
        this.memory = new DeviceMemory(device);
        device.write(runner.address(), runner.image());
    }

    DeviceMemory memory() {
        return memory;
    }

    void initialize(HeapPlan plan) {
        call("bs_runner_initialize", plan.heap().base().bits(), plan.heap().end().bits(), plan.starts().bits(),
                plan.roots().bits());
    }

    /** Performs operations; for each, whether it failed. */
    List<Boolean> perform(List<HeapOperation> operations) {
        device.write(site.operations(), HeapOperation.encode(operations));
        call("bs_runner_run", site.operations(), operations.size(), site.addresses());
        List<Boolean> failing = new ArrayList<>();
        for (byte failed : device.read(site.failed(), operations.size())) {
            failing.add(failed != 0);
        }
        return failing;
    }

    private void call(String function, int... arguments) {
        DeviceEvent.Outcome outcome = device.call(event -> { }, runner.function(function), arguments);
        assertThat(outcome).as(function).isInstanceOf(DeviceEvent.Returned.class);
    }
}
