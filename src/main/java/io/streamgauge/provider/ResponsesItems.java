package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The output items of a response, each known by its {@code output_index}: item ids rotate on some gateways, and several
 * items may be open at once.
 *
 * <p>Everything is said up to four times, in pieces, at the end of its part, of its item and of the response. Text is
 * handed out the first time it is said; arguments too, and again if they turn out to be others than the pieces made.
 * Items from {@link #MAX_ITEMS} on share the last place, where what is said again may be taken for said already.
 */
final class ResponsesItems {
    /** Far more items than a response has; what a hostile index can make this allocate is bounded by it. */
    static final int MAX_ITEMS = 4096;

    private static final JsonName OUTPUT_INDEX = JsonName.of("output_index");
    private static final JsonName CONTENT_INDEX = JsonName.of("content_index");
    private static final JsonName SUMMARY_INDEX = JsonName.of("summary_index");
    private static final JsonName ITEM = JsonName.of("item");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName REFUSAL = JsonName.of("refusal");
    private static final JsonName ANNOTATION = JsonName.of("annotation");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName INCOMPLETE = JsonName.of("incomplete");

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final ResponsesContent content;
    private final Set<BlockKind> streamed = EnumSet.noneOf(BlockKind.class);
    private ResponsesItem[] items = new ResponsesItem[0];
    private int size;
    private int latest;
    private boolean isResumed;

    ResponsesItems(JsonEventDecoder decoder) {
        this.decoder = decoder;
        this.json = decoder.json;
        this.content = new ResponsesContent(decoder);
    }

    /** Tells that the stream goes on where another was cut, so that items need not be announced. */
    void resumed() {
        isResumed = true;
    }

    void added(int root) {
        int index = index(root, size);
        ResponsesItem item = at(index);
        if (item.state != BlockTable.State.ABSENT) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        if (item.state == BlockTable.State.CLOSED) {
            item.reset();
        }
        int node = json.field(root, ITEM);
        item.begin(content.kind(node));
        if (item.kind.isCall()) {
            content.announceCall(index, item, node);
        }
    }

    void done(int root) {
        int index = index(root, latest);
        int node = json.field(root, ITEM);
        ResponsesItem item = at(index);
        if (item.state == BlockTable.State.CLOSED) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        } else if (item.state == BlockTable.State.ABSENT) {
            useUnopened(item, content.kind(node));
        }
        finish(index, item, node);
    }

    /** Hands out what of the item has not been, and closes it. */
    private void finish(int index, ResponsesItem item, int node) {
        item.kind = json.isPresent(node) ? content.kind(node) : item.kind;
        content.deliver(index, item, node);
        if (item.state != BlockTable.State.CLOSED) {
            item.state = BlockTable.State.CLOSED;
            if (item.kind.isCall() && !json.stringEquals(json.field(node, STATUS), INCOMPLETE)) {
                decoder.out.onToolCallEnd(0, index);
            }
        }
    }

    /**
     * Hands out what the final output holds and the stream did not. An item is found again by its place if its kind
     * fits there; a call that was closed is left alone, lest it get the arguments of another. Gateways leave items out
     * of that list, so one that does not fit counts only if none of its kind was streamed.
     */
    void recover(int output) {
        streamed.clear();
        for (int place = 0; place < size; place++) {
            if (items[place].state != BlockTable.State.ABSENT) {
                streamed.add(items[place].kind);
            }
        }
        int place = 0;
        for (int node = json.first(output); node != JsonTape.MISSING; node = json.next(output, node)) {
            recover(place++, node);
        }
    }

    private void recover(int place, int node) {
        BlockKind kind = content.kind(node);
        ResponsesItem item = at(place);
        if (item.state != BlockTable.State.ABSENT && item.kind == kind) {
            if (item.state == BlockTable.State.OPEN || !kind.isCall()) {
                finish(place, item, node);
            }
        } else if (!streamed.contains(kind)) {
            int index = item.state == BlockTable.State.ABSENT ? place : size;
            at(index).begin(kind);
            finish(index, at(index), node);
        }
    }

    /** Closes what the server forgot to close, at the end of a response that is whole. */
    void closeAll() {
        for (int index = 0; index < size; index++) {
            if (items[index].state == BlockTable.State.OPEN) {
                decoder.deviation(Deviation.UNCLOSED_BLOCK);
                finish(index, items[index], JsonTape.MISSING);
            }
        }
    }

    void piece(int root, ResponsesEvent.Channel channel) {
        int index = index(root, latest);
        ResponsesItem item = use(index, channel.kind());
        int node = json.field(root, DELTA);
        if (!json.isPresent(node)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
        } else if (channel.kind().isCall()) {
            content.arguments(index, item, channel, node);
        } else if (content.saysSomething(node)) {
            boolean isFirst = item.isFirst(channel, part(root, channel));
            if (isFirst && content.isMisplaced(item, channel)) {
                decoder.deviation(Deviation.DELTA_SHAPE);
            }
            content.handOut(index, item, channel, node);
        }
    }

    void whole(int root, ResponsesEvent.Channel channel) {
        int index = index(root, latest);
        ResponsesItem item = use(index, channel.kind());
        if (channel.kind().isCall()) {
            content.completeArguments(index, item, channel, root);
            return;
        }
        int node = json.field(root, channel == ResponsesEvent.Channel.REFUSAL ? REFUSAL : TEXT);
        if (!json.is(node, JsonKind.STRING)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
        } else if (content.saysSomething(node) && item.isFirst(channel, part(root, channel))) {
            content.handOut(index, item, channel, node);
        }
    }

    private int part(int root, ResponsesEvent.Channel channel) {
        boolean isSummary = channel == ResponsesEvent.Channel.SUMMARY;
        return json.indexValue(json.field(root, isSummary ? SUMMARY_INDEX : CONTENT_INDEX), 0);
    }

    void annotation(int root) {
        int index = index(root, latest);
        use(index, BlockKind.TEXT).annotated(part(root, ResponsesEvent.Channel.TEXT));
        decoder.opaque(OpaqueKind.CITATION, 0, index, json.field(root, ANNOTATION));
    }

    /** Sound comes without saying of which item it is. */
    void audio(int root) {
        decoder.opaque(OpaqueKind.AUDIO, 0, latest, json.field(root, DELTA));
    }

    void transcript(int root) {
        decoder.text(0, latest, json.field(root, DELTA));
    }

    private ResponsesItem use(int index, BlockKind kind) {
        ResponsesItem item = at(index);
        if (item.state == BlockTable.State.ABSENT) {
            useUnopened(item, kind);
        } else if (item.state == BlockTable.State.CLOSED) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        return item;
    }

    private void useUnopened(ResponsesItem item, BlockKind kind) {
        if (!isResumed) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        item.begin(kind);
    }

    private int index(int root, int fallback) {
        int node = json.field(root, OUTPUT_INDEX);
        if (!json.is(node, JsonKind.NUMBER)) {
            decoder.deviation(Deviation.MISSING_FIELD);
        }
        return json.indexValue(node, fallback);
    }

    private ResponsesItem at(int index) {
        int place = Math.min(index, MAX_ITEMS - 1);
        if (place >= items.length) {
            grow(Math.min(MAX_ITEMS, Math.max(place + 1, items.length * 2)));
        }
        size = Math.max(size, place + 1);
        latest = index;
        return items[place];
    }

    private void grow(int capacity) {
        int before = items.length;
        items = Arrays.copyOf(items, capacity);
        for (int place = before; place < capacity; place++) {
            items[place] = new ResponsesItem();
        }
    }

    void reset() {
        for (int place = 0; place < size; place++) {
            items[place].reset();
        }
        size = 0;
        latest = 0;
        isResumed = false;
    }
}
