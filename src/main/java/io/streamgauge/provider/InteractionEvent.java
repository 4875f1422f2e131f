package io.streamgauge.provider;

/** The events of Gemini interactions, in their present form and the one before. */
enum InteractionEvent implements WireWord {
    STEP_DELTA("step.delta", Role.DELTA),
    STEP_START("step.start", Role.START),
    STEP_STOP("step.stop", Role.STOP),
    CONTENT_DELTA("content.delta", Role.DELTA),
    CONTENT_START("content.start", Role.START),
    CONTENT_STOP("content.stop", Role.STOP),
    CREATED("interaction.created", Role.BEGINNING),
    BEGUN("interaction.start", Role.BEGINNING),
    QUEUED("interaction.queued", Role.BEGINNING),
    IN_PROGRESS("interaction.in_progress", Role.BEGINNING),
    STATUS_UPDATE("interaction.status_update", Role.NOTICE),
    COMPLETED("interaction.completed", Role.END),
    COMPLETE("interaction.complete", Role.END),
    REQUIRES_ACTION("interaction.requires_action", Role.END),
    INCOMPLETE("interaction.incomplete", Role.END),
    BUDGET_EXCEEDED("interaction.budget_exceeded", Role.END),
    CANCELLED("interaction.cancelled", Role.END),
    FAILED("interaction.failed", Role.END),
    ERROR("error", Role.ERROR),
    UNKNOWN("", Role.UNKNOWN);

    /** What a decoder does with an event. */
    enum Role {
        BEGINNING,
        START,
        DELTA,
        STOP,
        END,
        ERROR,
        /** Tells what other events tell as well. */
        NOTICE,
        UNKNOWN
    }

    static final WordTable<InteractionEvent> WORDS = WordTable.of(UNKNOWN);

    private final String wire;
    private final Role role;

    InteractionEvent(String wire, Role role) {
        this.wire = wire;
        this.role = role;
    }

    @Override
    public String wire() {
        return wire;
    }

    Role role() {
        return role;
    }
}
