package org.bluescript.cli.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bluescript.backend.specialize.Request;
import org.bluescript.backend.specialize.Specializer;
import org.bluescript.backend.tiers.CodeMemory;
import org.bluescript.backend.tiers.CompiledGeneration;
import org.bluescript.backend.tiers.Generation;
import org.bluescript.backend.tiers.OutOfCodeMemory;
import org.bluescript.cli.programs.WrongProfile;
import org.bluescript.language.profile.Profile;
import org.bluescript.language.shadow.Region;
import org.bluescript.language.typed.TypedProgram;
import org.junit.jupiter.api.Test;

/**
 * Code is replaced again and again, each time somewhere else, by code for other types that values are said to have. What was replaced is
 * overwritten in part at once: nothing may lead there. {@code -Dswap.count=N} for more than 200 times.
 */
class SwapTest {
    private static final int SWAPS = Integer.getInteger("swap.count", 200);
    private static final int COMPILATIONS = 6;
    private static final int POISONED = 256;
    private static final int MODULUS = 1 << 20;

    private static final String PROGRAM = """
            class Account {
                balance = 0;
                add(x) { this.balance = (this.balance + x) %% MODULUS; return this.balance; }
                value(): integer { return this.balance; }
            }
            class Doubled extends Account {
                add(x) { return super.add(2 * x); }
                value(): integer { return this.balance + 1; }
            }
            let accounts: Account[] = [new Account(), new Doubled()];
            let rules: ((x: integer) => integer)[] = [];
            let table = [3, 1, 4, 1, 5, 9, 2, 6];
            function mix(a, b) { return (a * 31 + b) %% MODULUS; }
            function hash(values, n) {
                let h = 7;
                for (let i = 0; i < n; i++) { h = mix(h, values[i %% values.length]); }
                return h;
            }
            function hashed(n: integer): integer { return hash(table, n); }
            function rule(n: integer): integer {
                const step: any = n;
                rules.push((x: integer) => mix(x, step));
                return rules.length;
            }
            function follow(x: integer): integer {
                let at = x;
                for (const r of rules) { at = r(at); }
                if (rules.length > 8) { rules = []; }
                return at;
            }
            function pay(which: integer, x: integer): integer { return accounts[which].add(x); }
            function worth(): integer { return accounts[0].value() * 3 + accounts[1].value(); }
            function safe(i: integer): integer {
                try { return table[i]; } catch (e) { return -1; }
            }
            function text(n: integer): integer { return ("n" + n + [n, n + 1]).length; }
            function start(): void {
                accounts = [new Account(), new Doubled()];
                rules = [];
                table = [3, 1, 4, 1, 5, 9, 2, 6];
            }
            hashed(5); rule(1); follow(2); pay(0, 3); pay(1, 4); worth(); safe(2); safe(9); text(100); start();
            """.replace("%%", "%").replace("MODULUS", "" + MODULUS);

    /** What the program is to do, in Java. */
    private static final class Model {
        private static final int[] TABLE = {3, 1, 4, 1, 5, 9, 2, 6};
        private final int[] balances = new int[2];
        private final List<Integer> rules = new ArrayList<>();

        private static int mix(int a, int b) {
            return (a * 31 + b) % MODULUS;
        }

        int hashed(int n) {
            int h = 7;
            for (int i = 0; i < n; i++) {
                h = mix(h, TABLE[i % TABLE.length]);
            }
            return h;
        }

        int rule(int n) {
            rules.add(n);
            return rules.size();
        }

        int follow(int x) {
            int at = x;
            for (int n : rules) {
                at = mix(at, n);
            }
            if (rules.size() > 8) {
                rules.clear();
            }
            return at;
        }

        int pay(int which, int x) {
            return balances[which] = (balances[which] + (which + 1) * x) % MODULUS;
        }

        int worth() {
            return balances[0] * 3 + balances[1] + 1;
        }
    }

    /** To overwrite all would take most of the time. */
    private static Region part(Region region, Random random) {
        int offset = random.nextInt(region.size() - POISONED) & -4;
        return new Region(region.base().plus(offset), POISONED);
    }

    private static void step(TieredDevice device, Model model, Random random) {
        int n = random.nextInt(1000);
        switch (random.nextInt(6)) {
            case 0 -> assertThat(device.call("hashed", n % 40)).isEqualTo(model.hashed(n % 40));
            case 1 -> assertThat(device.call("rule", n)).isEqualTo(model.rule(n));
            case 2 -> assertThat(device.call("follow", n)).isEqualTo(model.follow(n));
            case 3 -> {
                assertThat(device.call("pay", n % 2, n)).isEqualTo(model.pay(n % 2, n));
                assertThat(device.call("worth")).isEqualTo(model.worth());
            }
            case 4 -> assertThat(device.call("safe", n % 16)).isEqualTo(n % 16 < 8 ? Model.TABLE[n % 16] : -1);
            default -> assertThat(device.call("text", n)).isEqualTo(("n" + n + n + "," + (n + 1)).length());
        }
    }

    @Test
    void whateverIsSwappedInMeansTheSameAndMemoryComesBack() throws OutOfCodeMemory {
        Random random = new Random(SWAPS);
        try (TierBench bench = TierBench.open()) {
            TypedProgram program = TierBench.check(PROGRAM);
            TieredDevice device = bench.load(program);
            device.call("start");
            Profile truth = TierBench.profile(program);
            List<CompiledGeneration> compilations = new ArrayList<>();
            for (int i = 0; i < COMPILATIONS; i++) {
                Profile profile = i == 0 ? truth : new WrongProfile(program, random).of(truth);
                compilations.add(device.compile(
                        i == 1 ? program : Specializer.specialize(program, profile, Request.WHOLE).program()));
            }
            Model model = new Model();
            CodeMemory memory = device.memory();
            Generation current = null;
            for (int swap = 1; swap <= SWAPS; swap++) {
                Region gap = memory.allocate(1 + random.nextInt(2000));
                Generation next = device.install(swap, compilations.get(random.nextInt(COMPILATIONS)));
                memory.free(gap);
                if (current != null) {
                    memory.free(current.region());
                    device.poison(part(current.region(), random));
                }
                current = next;
                assertThat(memory.usedBytes()).isEqualTo(current.region().size());
                for (int i = random.nextInt(4); i >= 0; i--) {
                    step(device, model, random);
                }
            }
            memory.free(current.region());
            assertThat(memory.freeBytes()).isEqualTo(TierBench.CODE_MEMORY);
        }
    }
}
