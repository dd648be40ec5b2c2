# The tests of the runtime and the library: programs for the host, and for the emulated processor with the very
# objects of the firmware, and once more with a collection at every allocation ("stress").
#   make test            runs all
#   make test-NAME       runs one, e.g. test-number, test-device-heap, test-stress-graph

TEST_BUILD := target/test
HOST_CC := gcc
HOST_FLAGS := -std=gnu11 -O2 -g -Wall -Wextra -Wshadow -Wno-attributes -Werror -fwrapv -ffp-contract=off -msse2 -mfpmath=sse
RUNTIME_INCLUDES := -Iinclude -Icore -Iruntime -Ilibrary
DEVICE_CC := arm-none-eabi-gcc
DEVICE_MACHINE := -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16
DEVICE_FLAGS := $(DEVICE_MACHINE) -std=gnu11 -O2 -g -Wall -Wextra -Wshadow -Werror -ffunction-sections -fno-strict-aliasing \
	-ffp-contract=off -fno-tree-loop-distribute-patterns
DEVICE_QEMU := qemu-system-arm -M mps2-an386 -nographic -monitor none -serial null -icount shift=0 \
	-semihosting-config enable=on,target=native

DEVICE_SUPPORT := test/check.c test/device/device.c test/device/heap_check.c
TEST_HEADERS := $(wildcard include/*.h core/*.h runtime/*.h library/*.h test/*.h test/device/*.h)

HOST_TESTS := number mathematics
DEVICE_TESTS := values heap graph uniform
STRESS_TESTS := values heap graph

mathematics := $(addprefix library/,angle.c exponential.c fixed.c hypotenuse.c inverse.c power.c random.c trigonometry.c)
numbers := library/format.c library/parse.c library/decimal.c library/remainder.c
$(TEST_BUILD)/host/number_test: $(numbers)
$(TEST_BUILD)/host/mathematics_test: $(mathematics)
$(TEST_BUILD)/host/bits_test: $(mathematics) $(numbers)

$(TEST_BUILD)/host/%_test: test/%_test.c test/check.c $(TEST_HEADERS)
	@mkdir -p $(@D)
	$(HOST_CC) $(HOST_FLAGS) $(RUNTIME_INCLUDES) -Itest -o $@ $(filter %.c,$^) -lm

# $(1): folder of the programs, $(2): what is tested, $(3): where the tests are, $(4): flags
define device_test_program
$(TEST_BUILD)/$(1)/%_test.elf: $(3)/%_test.c test/device/device.ld $$(DEVICE_SUPPORT) $(2) $$(TEST_HEADERS)
	@mkdir -p $$(@D)
	$$(DEVICE_CC) $$(DEVICE_FLAGS) $(4) $$(RUNTIME_INCLUDES) -Itest -Itest/device --specs=rdimon.specs -nostartfiles -Wl,--gc-sections \
		-T test/device/device.ld -o $$@ $$(filter %.c %.o,$$^)
endef
runtime_objects := $(runtime:%=target/runtime/%.o) $(library:%=target/library/%.o)
$(eval $(call device_test_program,device,$(runtime_objects),test/device,))
$(eval $(call device_test_program,bits,$(runtime_objects),test,))
$(eval $(call device_test_program,stress,$(wildcard runtime/*.c library/*.c),test/device,-DBS_STRESS))

.PHONY: test test-bits $(HOST_TESTS:%=test-%) $(DEVICE_TESTS:%=test-device-%) $(STRESS_TESTS:%=test-stress-%)
test: test-bits $(HOST_TESTS:%=test-%) $(DEVICE_TESTS:%=test-device-%) $(STRESS_TESTS:%=test-stress-%)

$(HOST_TESTS:%=test-%): test-%: $(TEST_BUILD)/host/%_test
	@$<
$(DEVICE_TESTS:%=test-device-%): test-device-%: $(TEST_BUILD)/device/%_test.elf
	@timeout 300 $(DEVICE_QEMU) -kernel $<
$(STRESS_TESTS:%=test-stress-%): test-stress-%: $(TEST_BUILD)/stress/%_test.elf
	@timeout 300 $(DEVICE_QEMU) -kernel $<

# Mathematics gives the same bits on the host and on the device.
test-bits: $(TEST_BUILD)/host/bits_test $(TEST_BUILD)/bits/bits_test.elf
	@$< > $(TEST_BUILD)/bits_host.txt
	@timeout 300 $(DEVICE_QEMU) -kernel $(TEST_BUILD)/bits/bits_test.elf > $(TEST_BUILD)/bits_device.txt
	@diff $(TEST_BUILD)/bits_host.txt $(TEST_BUILD)/bits_device.txt
	@echo "bits: `wc -l < $(TEST_BUILD)/bits_host.txt` sums are the same on both machines"

.PHONY: measure
measure: $(TEST_BUILD)/measure.elf
	@$(DEVICE_QEMU) -kernel $<

$(TEST_BUILD)/measure.elf: test/device/measure.c test/device/device.ld $(DEVICE_SUPPORT) $(TEST_HEADERS) $(runtime_objects)
	@mkdir -p $(@D)
	$(DEVICE_CC) $(DEVICE_FLAGS) $(RUNTIME_INCLUDES) -Itest -Itest/device --specs=rdimon.specs -nostartfiles -Wl,--gc-sections \
		-T test/device/device.ld -o $@ $(filter %.c %.o,$^)
