package io.streamgauge.corpus.synthetic;

/**
 * How long a kind of server takes before each piece it sends. The figures are those measured on real streams of the
 * kind; a gap of nothing means that two pieces arrive in one read.
 */
enum Pacing {
    /** A mid-size model on one GPU: 32.0 ms a token, hardly ever more than 34. */
    LOCAL_REGULAR {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(190_000, 420_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.chance(0.05) ? dice.between(32_900, 33_900) : dice.between(31_600, 32_400);
        }
    },
    /** A small model on one GPU: 7.3 ms a token with a tail to 15. */
    LOCAL_FAST {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(40_000, 95_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.chance(0.06) ? dice.between(9_500, 15_100) : dice.between(6_600, 8_000);
        }
    },
    /** A reasoning model on one GPU: 9.5 ms a token, but every eighth or so takes two or three times as long. */
    LOCAL_BIMODAL {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(150_000, 210_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.chance(0.11) ? dice.between(18_400, 38_500) : dice.between(8_800, 10_200);
        }
    },
    /** Inference hardware: about 450 tokens a second behind a queue of 72 ms, so that reads often hold several. */
    ACCELERATED {
        @Override
        long firstMicros(Dice dice) {
            long queued = dice.between(72_000, 120_000);
            return queued + dice.between(11_000, 61_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.chance(0.35) ? 0 : dice.between(1_400, 5_400);
        }
    },
    /**
     * A hosted model behind a proxy: some 65 tokens a second, with jitter, pieces that arrive together, and a pause now
     * and then.
     */
    HOSTED {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(340_000, 910_000);
        }

        @Override
        long nextMicros(Dice dice) {
            if (dice.chance(0.15)) {
                return 0;
            }
            return dice.chance(0.01) ? dice.between(80_000, 260_000) : (long) dice.logNormal(13_000, 0.6);
        }
    },
    /** A hosted model that releases its pieces in bursts. */
    BURSTS {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(520_000, 1_300_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.chance(0.68) ? 0 : (long) dice.logNormal(62_000, 0.45);
        }
    },
    /** A hosted model that sends few and large pieces. */
    BLOCKS {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(680_000, 1_600_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return dice.between(90_000, 420_000);
        }
    },
    /** A refusal at the door. */
    AT_ONCE {
        @Override
        long firstMicros(Dice dice) {
            return dice.between(45_000, 210_000);
        }

        @Override
        long nextMicros(Dice dice) {
            return 0;
        }
    };

    /** From the request to the first piece. */
    abstract long firstMicros(Dice dice);

    /** From one piece to the next. */
    abstract long nextMicros(Dice dice);
}
