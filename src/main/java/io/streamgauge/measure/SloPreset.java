package io.streamgauge.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Objectives that the MLPerf inference rules set for the 99th percentile of first token and time per token. */
public enum SloPreset {
    LLAMA2_70B("llama2-70b", 2_000, 200),
    LLAMA2_70B_INTERACTIVE("llama2-70b-interactive", 450, 40),
    LLAMA31_8B("llama3.1-8b", 2_000, 100),
    LLAMA31_8B_INTERACTIVE("llama3.1-8b-interactive", 500, 30),
    LLAMA31_405B("llama3.1-405b", 6_000, 175),
    LLAMA31_405B_INTERACTIVE("llama3.1-405b-interactive", 4_500, 80),
    DEEPSEEK_R1("deepseek-r1", 2_000, 80),
    DEEPSEEK_R1_INTERACTIVE("deepseek-r1-interactive", 1_500, 15);

    private final String wireName;
    private final int ttftMillis;
    private final int tpotMillis;

    SloPreset(String wireName, int ttftMillis, int tpotMillis) {
        this.wireName = wireName;
        this.ttftMillis = ttftMillis;
        this.tpotMillis = tpotMillis;
    }

    /** The name on the command line. */
    public String wireName() {
        return wireName;
    }

    /** The bounds that 99 of 100 streams must meet. */
    public Slo slo() {
        return Slo.of(Duration.ofMillis(ttftMillis), Duration.ofMillis(tpotMillis));
    }

    /** The preset of this name, if there is one. */
    public static Optional<SloPreset> byWireName(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.wireName.equals(name))
                .findFirst();
    }
}
