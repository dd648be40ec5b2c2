# The tests of what the firmware decides without touching the device. Included after test.mk.

CORE_TESTS := regions faults

$(TEST_BUILD)/core/%_test: test/core/%_test.c core/%.c test/check.c $(TEST_HEADERS)
	@mkdir -p $(@D)
	$(HOST_CC) $(HOST_FLAGS) $(RUNTIME_INCLUDES) -Itest -o $@ $(filter %.c,$^)

.PHONY: $(CORE_TESTS:%=test-core-%)
test: $(CORE_TESTS:%=test-core-%)

$(CORE_TESTS:%=test-core-%): test-core-%: $(TEST_BUILD)/core/%_test
	@$<
