package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
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

    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName INCOMPLETE = JsonName.of("incomplete");

    private static final int NONE = -1;

    private final JsonEventDecoder decoder;
    private final FieldFinder fields;
    private final JsonTape json;
    private final ResponsesContent content;
    private final Set<BlockKind> streamed = EnumSet.noneOf(BlockKind.class);
    private ResponsesItem[] items = new ResponsesItem[0];
    private int size;
    private int latest;
    private boolean isResumed;

    /** Makes a table that reads the events which {@code fields} has looked through. */
    ResponsesItems(JsonEventDecoder decoder, FieldFinder fields) {
        this.decoder = decoder;
        this.fields = fields;
        this.json = decoder.json;
        this.content = new ResponsesContent(decoder);
    }

    /** Tells that the stream goes on where another was cut, so that items need not be announced. */
    void resumed() {
        isResumed = true;
    }

    void added() {
        int index = index(size);
        ResponsesItem item = at(index);
        if (item.state != BlockTable.State.ABSENT) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        if (item.state == BlockTable.State.CLOSED) {
            item.reset();
        }
        int node = fields.node(ResponsesFields.ITEM);
        item.begin(content.kind(node));
        if (item.kind.isCall()) {
            content.announceCall(index, item, node);
        }
    }

    void done() {
        int index = index(latest);
        int node = fields.node(ResponsesFields.ITEM);
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

    void piece(ResponsesEvent.Channel channel) {
        int index = index(latest);
        ResponsesItem item = use(index, channel.kind());
        int node = fields.node(ResponsesFields.DELTA);
        if (!json.isPresent(node)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
        } else if (channel.kind().isCall()) {
            content.arguments(index, item, channel, node);
        } else if (content.saysSomething(node)) {
            boolean isFirst = item.isFirst(channel, part(channel));
            if (isFirst && content.isMisplaced(item, channel)) {
                decoder.deviation(Deviation.DELTA_SHAPE);
            }
            content.handOut(index, item, channel, node);
        }
    }

    void whole(int root, ResponsesEvent.Channel channel) {
        int index = index(latest);
        ResponsesItem item = use(index, channel.kind());
        if (channel.kind().isCall()) {
            content.completeArguments(index, item, channel, root);
            return;
        }
        boolean isRefusal = channel == ResponsesEvent.Channel.REFUSAL;
        int node = fields.node(isRefusal ? ResponsesFields.REFUSAL : ResponsesFields.TEXT);
        if (!json.is(node, JsonKind.STRING)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
        } else if (content.saysSomething(node) && item.isFirst(channel, part(channel))) {
            content.handOut(index, item, channel, node);
        }
    }

    private int part(ResponsesEvent.Channel channel) {
        boolean isSummary = channel == ResponsesEvent.Channel.SUMMARY;
        return json.indexValue(
                fields.node(isSummary ? ResponsesFields.SUMMARY_INDEX : ResponsesFields.CONTENT_INDEX), 0);
    }

    void annotation() {
        int index = index(latest);
        use(index, BlockKind.TEXT).annotated(part(ResponsesEvent.Channel.TEXT));
        decoder.opaque(OpaqueKind.CITATION, 0, index, fields.node(ResponsesFields.ANNOTATION));
    }

    /** Sound comes without saying of which item it is. */
    void audio() {
        decoder.opaque(OpaqueKind.AUDIO, 0, latest, fields.node(ResponsesFields.DELTA));
    }

    void transcript() {
        decoder.text(0, latest, fields.node(ResponsesFields.DELTA));
    }

    /** A piece of arguments was handed out like the one before it. */
    void repeated(ToolCallDelta call) {
        at(call.index()).argumentBytes += call.arguments().length();
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

    private int index(int fallback) {
        int node = fields.node(ResponsesFields.OUTPUT_INDEX);
        int index = json.indexValue(node, NONE);
        if (index == NONE) {
            decoder.deviation(Deviation.MISSING_FIELD);
            return fallback;
        }
        return index;
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
