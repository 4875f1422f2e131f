package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts arguments together that come as values of paths, and writes them as JSON text while they come.
 *
 * <p>Real servers send the values in the order of the text, so each one can be written at once, behind the brackets and
 * quotes that it closes and opens: what was written so far is always the beginning of the final text, and a piece
 * without content adds nothing to it. A value for a place that was left already cannot be written any more; from then
 * on only the whole text at the end is right. It is made from the tree of all values, which is kept for that.
 *
 * <p>Allocates per value, not per piece of a value. Takes {@link #MAX_BYTES} of paths and values and
 * {@link #MAX_PLACES}; what comes behind is dropped and this {@link #isFull()}.
 */
final class StreamedArguments {
    /** 16 MiB. */
    static final int MAX_BYTES = 16 << 20;

    /** Places for values, with the objects and arrays around them: far more than any schema has. */
    static final int MAX_PLACES = 1 << 16;

    private static final JsonName JSON_PATH = JsonName.of("jsonPath");
    private static final JsonName STRING_VALUE = JsonName.of("stringValue");
    private static final JsonName NUMBER_VALUE = JsonName.of("numberValue");
    private static final JsonName BOOL_VALUE = JsonName.of("boolValue");
    private static final JsonName NULL_VALUE = JsonName.of("nullValue");
    private static final JsonName WILL_CONTINUE = JsonName.of("willContinue");
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final GrowableBytes text = new GrowableBytes();
    private final GrowableBytes lastPath = new GrowableBytes();
    private final ByteSlice value = new ByteSlice();
    private final ByteSlice path = new ByteSlice();
    private final ByteSlice view = new ByteSlice();
    private ArgumentPlace root = ArgumentPlace.root();
    private ArgumentPlace last = root;
    private boolean isOutOfOrder;
    private int places;
    private long bytes;

    /** Forgets the call before. */
    void begin() {
        root = ArgumentPlace.root();
        last = root;
        lastPath.clear();
        isOutOfOrder = false;
        places = 0;
        bytes = 0;
    }

    /** Whether something may have been dropped. */
    boolean isFull() {
        return places >= MAX_PLACES || bytes >= MAX_BYTES;
    }

    /** Whether the text written so far leads nowhere, so that the whole text must replace it at the end. */
    boolean isOutOfOrder() {
        return isOutOfOrder;
    }

    /**
     * Takes a list of pieces. Answers what they add to the text, valid until the next call; empty when out of order.
     */
    ByteSlice add(JsonTape json, int pieces) {
        text.clear();
        for (int piece = json.first(pieces); piece != JsonTape.MISSING; piece = json.next(pieces, piece)) {
            if (!isFull() && readValue(json, piece)) {
                addPiece(json, piece);
            }
        }
        return text.view(view);
    }

    /** Points {@link #value} at the value of a piece as it stands in JSON text, a string without its quotes. */
    private boolean readValue(JsonTape json, int piece) {
        int string = json.field(piece, STRING_VALUE);
        if (json.is(string, JsonKind.STRING)) {
            json.raw(string, value);
            return true;
        }
        int number = json.field(piece, NUMBER_VALUE);
        int literal = json.isPresent(number) ? number : json.field(piece, BOOL_VALUE);
        if (json.isPresent(literal)) {
            json.raw(literal, value);
            return true;
        }
        value.wrap(NULL, 0, NULL.length);
        return json.field(piece, NULL_VALUE) != JsonTape.MISSING;
    }

    private void addPiece(JsonTape json, int piece) {
        boolean isString = json.is(json.field(piece, STRING_VALUE), JsonKind.STRING);
        json.string(json.field(piece, JSON_PATH), path);
        bytes += path.length() + value.length();
        if (isString && last.isAwaitingMore() && path.contentEquals(lastPath.view(view))) {
            last.append(value);
            write(value);
        } else {
            lastPath.clear();
            lastPath.append(path);
            place(ArgumentPath.parse(path).steps(), isString);
        }
        last.awaitMore(isString && json.is(json.field(piece, WILL_CONTINUE), JsonKind.TRUE));
    }

    /** Puts the value at the end of a path and creates the way to it. */
    private void place(List<ArgumentPath.Step> steps, boolean isString) {
        ArgumentPlace place = root;
        int known = 0;
        for (@Nullable ArgumentPlace next = place; known < steps.size(); known++) {
            next = place.at(steps.get(known));
            if (next == null) {
                break;
            }
            place = next;
        }
        if (known == steps.size()) {
            putAgain(place, isString);
            return;
        }
        goBackTo(place, steps.get(known));
        for (ArgumentPath.Step step : steps.subList(known, steps.size())) {
            ArgumentPlace next = place.create(step);
            if (!isOutOfOrder) {
                place.writeBefore(step, text);
            }
            place = next;
            places++;
        }
        place.put(value, isString);
        if (!isOutOfOrder) {
            place.writeValue(text);
        }
        last = place;
    }

    /** Another value for a place that has one: the rest of a string that others came between, or a correction. */
    private void putAgain(ArgumentPlace place, boolean isString) {
        isOutOfOrder = true;
        if (isString && place.isAwaitingMore()) {
            place.append(value);
        } else {
            place.put(value, isString);
        }
        last = place;
    }

    /** Ends what was begun below {@code place}, where something new is to be written. */
    private void goBackTo(ArgumentPlace place, ArgumentPath.Step step) {
        isOutOfOrder |= !place.canGoOn(step);
        if (!isOutOfOrder) {
            leaveUpTo(place);
        }
    }

    private void leaveUpTo(ArgumentPlace place) {
        for (@Nullable ArgumentPlace open = last; open != null && open != place; open = open.parent()) {
            open.leave(text);
        }
    }

    private void write(ByteSlice piece) {
        if (!isOutOfOrder) {
            text.append(piece);
        }
    }

    /**
     * Ends everything. Answers what that adds to the text or, when out of order, the whole text; empty when no value
     * came at all.
     */
    ByteSlice end() {
        text.clear();
        if (isOutOfOrder) {
            root.writeWhole(text);
        } else if (last != root) {
            leaveUpTo(root);
            root.leave(text);
        }
        return text.view(view);
    }
}
