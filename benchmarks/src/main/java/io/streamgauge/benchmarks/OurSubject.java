package io.streamgauge.benchmarks;

/** What this project answers to one question; it takes every input. */
abstract class OurSubject implements Subject {
    private final Question question;

    OurSubject(Question question) {
        this.question = question;
    }

    @Override
    public final String name() {
        return "streamgauge";
    }

    @Override
    public final Kind kind() {
        return Kind.OURS;
    }

    @Override
    public final Question question() {
        return question;
    }

    @Override
    public final boolean takes(StreamInput input) {
        return true;
    }
}
