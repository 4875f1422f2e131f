package io.streamgauge.provider.reference;

import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.provider.reference.ResponseItem.Channel;
import io.streamgauge.provider.reference.ResponseItem.State;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The output items of a response by their {@code output_index}. Everything is said up to four times, in pieces, at the
 * end of its part, of its item and of the response, and is told once.
 */
final class ResponseItems {
    /** Items from the last one on share its entry. */
    private static final int MAX_ITEMS = 4096;

    private final Protocol protocol;
    private final TreeMap<Integer, ResponseItem> items = new TreeMap<>();
    private int latest;
    private boolean isResumed;

    ResponseItems(Protocol protocol) {
        this.protocol = protocol;
    }

    int latest() {
        return latest;
    }

    /** Items of a stream that goes on from its middle were announced before. */
    void resumed() {
        isResumed = true;
    }

    private ResponseItem at(int index) {
        latest = index;
        int place = Math.min(index, MAX_ITEMS - 1);
        return items.computeIfAbsent(place, unseen -> new ResponseItem());
    }

    private int size() {
        return items.isEmpty() ? 0 : items.lastKey() + 1;
    }

    private int index(Json root, int fallback) {
        if (root.get("output_index").index(-1) < 0) {
            protocol.deviation(Deviation.MISSING_FIELD);
        }
        return root.get("output_index").index(fallback);
    }

    void added(Json root) {
        int index = index(root, size());
        Json value = root.get("item");
        if (at(index).state != State.ABSENT) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        if (at(index).state == State.CLOSED) {
            items.put(Math.min(index, MAX_ITEMS - 1), new ResponseItem());
        }
        at(index).open(ResponseItem.kindOf(value));
        if (at(index).kind.isCall()) {
            at(index).announceCall(protocol, index, value);
        }
    }

    void done(Json root) {
        int index = index(root, latest);
        ResponseItem item = at(index);
        if (item.state == State.CLOSED) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        } else {
            openUnlessOpen(item, ResponseItem.kindOf(root.get("item")));
        }
        item.complete(protocol, index, root.get("item"));
    }

    private void openUnlessOpen(ResponseItem item, Blocks.Kind kind) {
        if (item.state == State.ABSENT) {
            if (!isResumed) {
                protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
            }
            item.open(kind);
        }
    }

    private ResponseItem use(int index, Blocks.Kind kind) {
        ResponseItem item = at(index);
        if (item.state == State.CLOSED) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        openUnlessOpen(item, kind);
        return item;
    }

    void piece(Channel channel, Json root) {
        int index = index(root, latest);
        ResponseItem item = use(index, channel.kind);
        Json delta = root.get("delta");
        if (!delta.isPresent()) {
            protocol.deviation(Deviation.DELTA_SHAPE);
        } else if (channel.kind.isCall()) {
            item.arguments(protocol, index, channel, delta);
        } else if (!delta.string().isEmpty()) {
            boolean isFirst = item.isFirst(channel, part(channel, root));
            if (isFirst && item.isMisplaced(channel)) {
                protocol.deviation(Deviation.DELTA_SHAPE);
            }
            item.words(protocol, index, channel, delta);
        }
    }

    void whole(Channel channel, Json root) {
        int index = index(root, latest);
        ResponseItem item = use(index, channel.kind);
        Json words = root.get(channel == Channel.REFUSAL ? "refusal" : "text");
        if (channel.kind.isCall()) {
            item.wholeArguments(protocol, index, channel.kind, root);
        } else if (!words.is(Json.Kind.STRING)) {
            protocol.deviation(Deviation.DELTA_SHAPE);
        } else if (!words.string().isEmpty() && item.isFirst(channel, part(channel, root))) {
            item.words(protocol, index, channel, words);
        }
    }

    private static int part(Channel channel, Json root) {
        return root.get(channel == Channel.SUMMARY ? "summary_index" : "content_index")
                .index(0);
    }

    void annotation(Json root) {
        int index = index(root, latest);
        use(index, Blocks.Kind.TEXT).annotated(part(Channel.TEXT, root));
        protocol.opaque(OpaqueKind.CITATION, 0, index, root.get("annotation"));
    }

    void closeAll() {
        for (int place : new TreeMap<>(items).keySet()) {
            if (items.get(place).state == State.OPEN) {
                protocol.deviation(Deviation.UNCLOSED_BLOCK);
                items.get(place).complete(protocol, place, Json.MISSING);
            }
        }
    }

    /**
     * The final output tells what the stream did not. A place whose kind fits is the item; a call that was closed is
     * whole. What fits nowhere was left out of the stream only if nothing of its kind was in it.
     */
    void recover(List<Json> output) {
        Set<Blocks.Kind> streamed = new HashSet<>();
        items.values().stream().filter(item -> item.state != State.ABSENT).forEach(item -> streamed.add(item.kind));
        for (int place = 0; place < output.size(); place++) {
            Json value = output.get(place);
            Blocks.Kind kind = ResponseItem.kindOf(value);
            ResponseItem item = at(place);
            boolean isKnown = item.state != State.ABSENT;
            if (isKnown && item.kind == kind) {
                if (item.state == State.OPEN || !kind.isCall()) {
                    item.complete(protocol, place, value);
                }
            } else if (!streamed.contains(kind)) {
                int index = isKnown ? size() : place;
                at(index).open(kind);
                at(index).complete(protocol, index, value);
            }
        }
    }
}
