package org.bluescript.cli.profiled;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bluescript.backend.specialize.Guard;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.SpecializedProgram;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.specialize.VersionNote;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.backend.tools.ToolchainException;
import org.bluescript.cli.session.Effort;
import org.bluescript.cli.session.TieredDevice;
import org.bluescript.language.observation.Observations;
import org.bluescript.language.profile.FunctionProfile;
import org.bluescript.language.profile.LoopId;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.tiers.Installed;
import org.bluescript.language.tiers.Tiers;
import org.bluescript.language.typed.FunctionId;
import org.bluescript.language.typed.TypedProgram;
import org.bluescript.link.LinkException;
import org.bluescript.profiler.Advice;
import org.bluescript.profiler.Plan;
import org.bluescript.profiler.Policy;
import org.bluescript.profiler.Situation;
import org.bluescript.profiler.Tiering;

/**
 * Gives a running program better code, on a thread of its own: looks at what the interpreter sees and at the guards that fail on the
 * device, asks {@link Tiering} whether other code is due, makes it, and installs it while the program runs.
 *
 * <p>If the link fails or a compiler breaks, the program goes on with what it has: whoever runs it will notice the same.
 */
final class LiveTiering implements AutoCloseable {
    /** How often to look: what gets hot waits half of that, and a look costs the host some ten microseconds. */
    private static final long PERIOD_MILLISECONDS = 2;

    /** Code that has been in use for so long is worth a second compilation. */
    private static final long SETTLED_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final TypedProgram program;
    private final Policy policy;
    private final Tiering tiering;
    private final Observations observations;
    private final Tiers tiers;
    private final TieredDevice device;
    private final RunRecorder recorder;
    private final Supplier<Set<FunctionId>> inProgress;
    private final CountDownLatch stop = new CountDownLatch(1);
    /** Held while the thread works. */
    private final ReentrantLock working = new ReentrantLock();

    private final Thread thread;

    /** What has ever broken guards. */
    private volatile Profile broken = Profile.EMPTY;

    /** What broke each of them last: the newest arguments, and all that came of these. */
    private Profile brokenLast = Profile.EMPTY;

    /** With what functions were called for which there was no version, the last of them last. */
    private final Map<FunctionId, List<FunctionProfile>> passed = new HashMap<>();

    /** So many versions of a function at most; fewer when code memory was too small for all of them. */
    private int mostVersions;

    private Optional<Current> current = Optional.empty();
    /** What was installed before and may still run, the oldest first. */
    private final Deque<Current> superseded = new ArrayDeque<>();
    private final Map<LoopId, String> closed = new TreeMap<>();
    private final Map<FunctionId, String> impossible = new ConcurrentSkipListMap<>();
    private int generations;

    /** The code that is installed. */
    private record Current(
            Plan plan, Profile seenThen, Generation generation, GuardWatch guards, Effort effort, long since) {
        boolean isSettled() {
            return effort == Effort.QUICK && System.nanoTime() - since >= SETTLED_NANOSECONDS;
        }
    }

    private LiveTiering(
            TypedProgram program, Policy policy, Observations observations, Tiers tiers, TieredDevice device, RunRecorder recorder,
            Supplier<Set<FunctionId>> inProgress) {
        this.program = program;
        this.policy = policy;
        this.mostVersions = policy.mostShapes();
        this.tiering = new Tiering(program, policy);
        this.observations = observations;
        this.tiers = tiers;
        this.device = device;
        this.recorder = recorder;
        this.inProgress = inProgress;
        this.thread = Thread.ofPlatform().name("tiering").daemon().unstarted(this::run);
    }

    /**
     * Begins to look after a program that runs, or is about to.
     *
     * @param inProgress the functions that the host is in, as of some milliseconds ago
     */
    static LiveTiering start(
            TypedProgram program, Policy policy, Observations observations, Tiers tiers, TieredDevice device, RunRecorder recorder,
            Supplier<Set<FunctionId>> inProgress) {
        LiveTiering result = new LiveTiering(program, policy, observations, tiers, device, recorder, inProgress);
        result.thread.start();
        return result;
    }

    private void run() {
        try {
            while (!stop.await(PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                working.lock();
                try {
                    look();
                } finally {
                    working.unlock();
                }
            }
        } catch (LinkException e) {
            tiers.withdraw();
            recorder.stopped("the link failed: " + e.getMessage());
        } catch (ToolchainException e) {
            recorder.stopped(e.getMessage());
        } catch (UncheckedIOException e) {
            if (stop.getCount() > 0) {
                throw e;
            } // else the compilers went with the program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        watchGuards();
        reclaim();
        recorder.crossed(tiers.functions(), tiers.loops());
        Profile seen = seenNow();
        Situation now = new Situation(
                seen,
                current.map(Current::plan),
                current.map(Current::seenThen).orElse(Profile.EMPTY),
                current.map(c -> c.guards().failures()).orElse(Map.of()),
                inProgress.get(),
                closed.keySet(),
                impossible);
        Optional<Plan> plan = tiering.next(now);
        if (plan.isPresent() && device.isPlaced()) {
            if (current.isEmpty()) {
                beginGeneric(seen);
            }
            carryOut(plan.get(), seen);
        } else if (current.filter(Current::isSettled).isPresent() && tiers.running().isPresent()) {
            improve(current.get(), seen);
        }
    }

    /** Until there is better code, the device has generic code of everything already. */
    private void beginGeneric(Profile seen) {
        Installed generic = device.generic(tiering.generic(seen));
        if (!generic.functions().isEmpty()) {
            tiers.install(generic);
            recorder.generic(device.base(), generic.functions().keySet());
        }
    }

    /** Compiles what is installed once more, thoroughly. */
    private void improve(Current settled, Profile seen) {
        RunRecorder.Making making = recorder.begins(generations + 1, settled.plan().because("in use for a second"));
        SpecializedProgram specialised = settled.generation().code().made();
        CompiledGeneration compiled = compile(specialised, seen, Effort.THOROUGH, making);
        reclaim();
        try {
            Generation generation = compiled.place(generations + 1, device.codeMemory());
            generations++;
            install(settled.plan(), specialised, generation, Effort.THOROUGH, making);
        } catch (OutOfCodeMemory e) {
            current = Optional.of(new Current(
                    settled.plan(), settled.seenThen(), settled.generation(), settled.guards(), Effort.THOROUGH, settled.since()));
        }
    }

    private CompiledGeneration compile(
            SpecializedProgram specialised, Profile seen, Effort effort, RunRecorder.Making making) {
        return making.time(
                "compile", () -> device.compile(specialised, f -> seen.of(f).filter(policy::isWarm).isPresent(), effort));
    }

    /**
     * What is to be expected. If a function is called with other types than it has versions for, there is to be one more. If other guards of it fail
     * its values have become others, and only these count. But when it has been specialised for the last time but one, all that it ever saw does.
     */
    private Profile seenNow() {
        Profile seen = observations.profile();
        Map<FunctionId, Integer> attempts = current.map(c -> c.plan().attempts()).orElse(Map.of());
        for (FunctionId function : broken.functions().keySet()) {
            boolean isLast = attempts.getOrDefault(function, 0) + 1 >= policy.mostAttempts();
            FunctionProfile failed = (isLast ? broken : brokenLast).of(function).orElseThrow();
            FunctionProfile before = seen.of(function).or(() -> broken.of(function)).orElseThrow();
            seen = seen.with(function, isLast ? before.and(failed).withoutShapes() : changed(function, before, failed));
        }
        return seen;
    }

    private FunctionProfile changed(FunctionId function, FunctionProfile before, FunctionProfile failed) {
        List<FunctionProfile> arguments = passed.getOrDefault(function, List.of());
        if (arguments.isEmpty()) {
            return before.but(failed);
        }
        FunctionProfile all = before;
        for (FunctionProfile more : arguments) {
            all = all.alsoFor(more);
        }
        return all.and(failed);
    }

    private void watchGuards() {
        superseded.forEach(c -> watch(c.guards()));
        current.ifPresent(c -> watch(c.guards()));
    }

    private void watch(GuardWatch guards) {
        for (GuardWatch.Failure failure : guards.look()) {
            FunctionId function = failure.guard().function();
            FunctionProfile shown = guards.shown(failure);
            broken = broken.and(Profile.EMPTY.with(function, shown));
            boolean isArgument = failure.guard().site() instanceof Guard.Parameter;
            brokenLast = brokenLast.with(function, brokenLast.of(function)
                    .map(last -> isArgument ? last.arguments().but(shown) : last.and(shown))
                    .orElse(shown));
            if (isArgument) {
                pass(passed.computeIfAbsent(function, f -> new ArrayList<>()), shown);
            }
            recorder.failed(failure);
        }
    }

    /** What a guard of one parameter has shown, which may be of the same calls as the last one's. */
    private static void pass(List<FunctionProfile> arguments, FunctionProfile shown) {
        FunctionProfile last = arguments.isEmpty() || arguments.getLast().contradicts(shown)
                ? shown
                : arguments.removeLast().but(shown);
        arguments.remove(last);
        arguments.add(last);
        if (arguments.size() > FunctionProfile.MOST_SHAPES) {
            arguments.removeFirst();
        }
    }

    /** Code that was replaced is free when the device has come back from it. */
    private void reclaim() {
        OptionalInt running = tiers.running();
        while (!superseded.isEmpty() && (running.isEmpty() || superseded.peek().generation().number() < running.getAsInt())) {
            Generation old = superseded.remove().generation();
            device.codeMemory().free(old.region());
            recorder.reclaimed(old.number());
        }
    }

    private void carryOut(Plan plan, Profile seen) {
        RunRecorder.Making making = recorder.begins(generations + 1, plan);
        Set<FunctionId> versions = new TreeSet<>(plan.versions());
        while (true) {
            SpecializedProgram specialised = making.time("specialise", () -> Specializer.specialize(
                    program, seen, new Request(versions::contains, plan.loops()::contains, true, mostVersions)));
            CompiledGeneration compiled = compile(specialised, seen, Effort.QUICK, making);
            reclaim(); // the device may have come back while this was made
            try {
                Generation generation = compiled.place(generations + 1, device.codeMemory());
                generations++;
                install(plan, specialised, generation, Effort.QUICK, making);
                return;
            } catch (OutOfCodeMemory e) {
                if (mostVersions > 1) {
                    mostVersions = 1;
                    continue;
                }
                if (versions.isEmpty()) {
                    closed.putAll(all(plan.loops(), e.getMessage()));
                    recorder.stopped(e.getMessage());
                    return;
                }
                FunctionId least = leastValuable(versions, seen);
                versions.remove(least);
                impossible.put(least, "there was no room for its code");
            }
        }
    }

    private static Map<LoopId, String> all(Set<LoopId> loops, String reason) {
        Map<LoopId, String> result = new HashMap<>();
        loops.forEach(l -> result.put(l, reason));
        return result;
    }

    private FunctionId leastValuable(Set<FunctionId> versions, Profile seen) {
        List<FunctionId> heaviestFirst = new ArrayList<>(Advice.of(program, seen, policy, impossible).worth());
        heaviestFirst.retainAll(versions);
        return heaviestFirst.isEmpty() ? versions.iterator().next() : heaviestFirst.getLast();
    }

    private void install(
            Plan plan, SpecializedProgram specialised, Generation generation, Effort effort, RunRecorder.Making making) {
        making.time("send", () -> {
            device.send(generation);
            return null;
        });
        making.time("install", () -> {
            device.install(generation);
            return null;
        });
        closed.putAll(specialised.closed());
        specialised.notes().forEach((id, note) -> {
            if (note instanceof VersionNote.Unversioned(VersionNote.Reason reason)
                    && reason != VersionNote.Reason.NOT_ASKED_FOR
                    && reason != VersionNote.Reason.NEVER_SEEN) {
                impossible.putIfAbsent(id, reason.toString());
            }
        });
        tiers.install(generation.installed());
        if (tiers.running().isPresent()) {
            device.recall();
        }
        current.ifPresent(superseded::add);
        current = Optional.of(new Current(
                plan, observations.profile(), generation, watch(specialised, generation), effort, System.nanoTime()));
        recorder.installed(making, specialised, generation);
    }

    private GuardWatch watch(SpecializedProgram specialised, Generation generation) {
        DeviceWords.Memory memory = DeviceWords.with(device.flash(), device::read);
        return new GuardWatch(
                program, specialised, generation.guards().map(Region::base), memory, new DeviceWords(memory, device.layout()));
    }

    /** What has broken guards on the device. */
    Profile broken() {
        return broken;
    }

    /** Why functions have no versions. */
    Map<FunctionId, String> impossible() {
        return new TreeMap<>(impossible);
    }

    /** Stops looking; what is installed stays. Code that is being made when the program ends is not waited for. */
    @Override
    public void close() {
        stop.countDown();
        if (working.tryLock()) {
            try {
                recorder.crossed(tiers.functions(), tiers.loops());
                watchGuards();
            } catch (LinkException gone) {
                // the run's own ending has told it
            } finally {
                working.unlock();
            }
        }
    }
}
