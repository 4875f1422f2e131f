package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.TokenDelta;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all protocols share: sentinel, heartbeats, errors, and how a stream ends. */
abstract class Protocol extends Teller {
    /** Choices from this one on share one entry in the book of who has spoken and who has finished. */
    private static final int SHARED_CHOICE = 63;

    /** How far the stream has come. */
    enum Progress {
        OPEN,
        FINISHED,
        SENTINEL,
        TERMINAL_EVENT,
        FAILED
    }

    /** What ends a stream in order, and what it is called if only that comes. */
    private enum Ending {
        /** The body just ends, with or without {@code [DONE]}. */
        ANY,
        /** A sentinel is due. */
        SENTINEL,
        /** An event is due; a sentinel alone ends nothing. */
        EVENT
    }

    private final Ending ending;
    private final Set<Integer> spoken = new HashSet<>();
    private final Set<Integer> finished = new HashSet<>();
    private final StrayText stray = new StrayText();
    private Progress progress = Progress.OPEN;
    private boolean isEndTold;
    private long events;
    private long unreadable;

    /**
     * Makes a reader.
     *
     * @param hasEnd whether the protocol has an end of its own, whose absence deviates
     * @param sentinelIsEnough whether {@code [DONE]} ends a stream that gave no finish reason
     */
    Protocol(DeltaHandler handler, boolean hasEnd, boolean sentinelIsEnough) {
        super(handler);
        ending = !hasEnd ? Ending.ANY : sentinelIsEnough ? Ending.SENTINEL : Ending.EVENT;
    }

    /** Tells what an event says that is no bare error. */
    abstract void event(Frame.Event event, Json root);

    final void read(List<Frame> frames) {
        for (Frame frame : frames) {
            if (frame instanceof Frame.Event event) {
                begin(event);
            } else if (frame instanceof Frame.Comment) {
                handler.onPing();
            } else if (frame instanceof Frame.StrayLine line) {
                stray.line(line).ifPresent(this::outside);
            }
        }
        end();
    }

    private void begin(Frame.Event event) {
        eventNumber = events++;
        eventOffset = event.offset();
        handler.onEventBegin(eventNumber);
        if (!event.isTerminated()) {
            deviation(Deviation.UNTERMINATED_EVENT);
        }
        String data = event.data().replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
        if (data.startsWith("[DONE]")) {
            sentinel(data);
        } else if (data.isEmpty() || data.startsWith(":") || data.equals("null")) {
            deviation(Deviation.HEARTBEAT_AS_DATA);
            handler.onPing();
        } else {
            payload(event);
        }
        if (isOver() && !isEndTold) {
            isEndTold = true;
            handler.onTerminalEvent();
        }
    }

    private void sentinel(String data) {
        if (!data.equals("[DONE]")) {
            deviation(Deviation.SENTINEL_WITH_TRAILER);
        }
        progress = hasFailed() ? Progress.FAILED : Progress.SENTINEL;
    }

    private void payload(Frame.Event event) {
        WireText text = WireText.of(event.data());
        Optional<JsonReader.Result> json = JsonReader.read(text.text());
        if (json.isEmpty()) {
            unreadable(event, text.text());
            return;
        }
        if (text.firstIllFormed() >= 0) {
            handler.onDeviation(Deviation.ILL_FORMED_UTF8, eventNumber, eventOffset + text.firstIllFormed());
        }
        if (json.get().hasNonFinite()) {
            deviation(Deviation.NON_FINITE_NUMBER);
        }
        Json root = json.get().root();
        if (!isBareError(event, root)) {
            if (isOver()) {
                deviation(Deviation.EVENT_AFTER_END);
            }
            event(event, root);
        }
    }

    private void unreadable(Frame.Event event, String text) {
        unreadable++;
        deviation(Deviation.MALFORMED_JSON);
        if (event.isTerminated()) {
            stray.page(event.data());
            if (event.name().equals("error")) {
                fail(new TokenDelta.Failure("", "", text, text));
            }
        }
    }

    // Failures.

    /** Reports the error of an event, and answers whether there is nothing else in it. */
    boolean isBareError(Frame.Event event, Json root) {
        return hasError(event, root);
    }

    final boolean hasError(Frame.Event event, Json root) {
        boolean isNamedError = event.name().equals("error");
        Json error = root.get("error");
        if (error.saysSomething() || isNamedError) {
            error(error.saysSomething() ? error : root);
            return true;
        }
        return false;
    }

    /** An error as an object of any vendor, or as words. */
    final void error(Json error) {
        String message = error.is(Json.Kind.STRING)
                ? error.string()
                : firstFilled(error.get("message").string(), error.get("detail").word());
        String type = firstFilled(error.get("type").word(), error.get("status").word());
        fail(new TokenDelta.Failure(type, error.get("code").word(), message, error.raw()));
    }

    private static String firstFilled(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** The word of a finish that is a failure. */
    final void failedWith(Json word) {
        fail(new TokenDelta.Failure(word.string(), "", "", word.raw()));
    }

    final void fail(TokenDelta.Failure failure) {
        if (isOver()) {
            deviation(Deviation.EVENT_AFTER_END);
        } else if (!hasFailed()) {
            progress = Progress.FAILED;
            tell(failure);
        }
    }

    private void outside(StrayText.Payload payload) {
        JsonReader.read(WireText.of(payload.text()).text()).ifPresent(json -> {
            handler.onDeviation(Deviation.PAYLOAD_OUTSIDE_FRAMING, events, payload.offset());
            Json body = json.root().is(Json.Kind.ARRAY) && json.root().isFilled()
                    ? json.root().elements.get(0)
                    : json.root();
            error(body.get("error").isPresent() ? body.get("error") : body);
        });
    }

    // Ends.

    final boolean isOver() {
        return progress == Progress.SENTINEL || progress == Progress.TERMINAL_EVENT;
    }

    final boolean hasFailed() {
        return progress == Progress.FAILED;
    }

    final boolean isOpen() {
        return progress == Progress.OPEN;
    }

    final void terminated() {
        progress = hasFailed() ? Progress.FAILED : Progress.TERMINAL_EVENT;
    }

    final void spoke(int choice) {
        spoken.add(Math.min(choice, SHARED_CHOICE));
    }

    final boolean isFinished(int choice) {
        return choice < SHARED_CHOICE && finished.contains(choice);
    }

    final boolean hasAnyFinished() {
        return !finished.isEmpty();
    }

    final void finish(int choice, FinishReason reason, String word) {
        if (isFinished(choice)) {
            deviation(Deviation.REPEATED_FINISH);
        }
        finished.add(Math.min(choice, SHARED_CHOICE));
        progress = isOpen() ? Progress.FINISHED : progress;
        tell(new TokenDelta.Finish(choice, reason, word));
    }

    static FinishReason meaning(Map<String, FinishReason> words, String word) {
        return words.getOrDefault(word, FinishReason.OTHER);
    }

    final void unknownEvent() {
        deviation(Deviation.UNKNOWN_EVENT);
    }

    /** The type of an event whose name and payload both tell it: the payload decides if it says anything. */
    final String type(Frame.Event event, Json inPayload) {
        String name = WireText.of(event.name()).text();
        if (!inPayload.is(Json.Kind.STRING)) {
            return name;
        }
        if (!name.isEmpty() && !name.equals(inPayload.string())) {
            deviation(Deviation.EVENT_NAME_MISMATCH);
        }
        return inPayload.string();
    }

    private void end() {
        stray.rest().ifPresent(this::outside);
        if (isOpen() && events == unreadable && !stray.page().isEmpty()) {
            fail(new TokenDelta.Failure("", "", "", WireText.of(stray.page()).text()));
        }
        tellHalves();
        handler.onEnd(
                switch (progress) {
                    case OPEN -> EndReason.TRUNCATED;
                    case FINISHED -> finishedEnd();
                    case SENTINEL -> sentinelEnd();
                    case TERMINAL_EVENT -> EndReason.TERMINAL_EVENT;
                    case FAILED -> EndReason.ERROR;
                });
    }

    private boolean haveAllFinished() {
        return hasAnyFinished() && finished.containsAll(spoken);
    }

    private EndReason finishedEnd() {
        if (!haveAllFinished()) {
            return EndReason.TRUNCATED;
        }
        if (ending != Ending.ANY) {
            deviation(Deviation.MISSING_END);
        }
        return EndReason.EOF_AFTER_FINISH;
    }

    private EndReason sentinelEnd() {
        if (!haveAllFinished()) {
            deviation(Deviation.MISSING_FINISH);
        }
        return hasAnyFinished() || ending != Ending.EVENT ? EndReason.SENTINEL : EndReason.TRUNCATED;
    }
}
