package io.streamgauge.provider;

/** What an event of an Assistants run holds, by the {@code object} it names itself. */
enum AssistantsObject implements WireWord {
    MESSAGE_DELTA("thread.message.delta"),
    STEP_DELTA("thread.run.step.delta"),
    RUN("thread.run"),
    STEP("thread.run.step"),
    MESSAGE("thread.message"),
    THREAD("thread"),
    UNKNOWN("");

    static final WordTable<AssistantsObject> WORDS = WordTable.of(UNKNOWN);

    private final String wire;

    AssistantsObject(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
