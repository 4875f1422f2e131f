package io.streamgauge.provider;

/**
 * What was handed out of one output item, so that the events which repeat it at its end, at the end of its part and at
 * the end of the response hand out only what never came in pieces.
 *
 * <p>Parts from the 64th on share one mark.
 */
final class ResponsesItem {
    private static final int LAST_MARK = Long.SIZE - 1;

    BlockTable.State state = BlockTable.State.ABSENT;
    BlockKind kind = BlockKind.OTHER;

    /** Bytes of arguments handed out. */
    long argumentBytes;

    /** Whether the name and id of the call, or the whole of an item that is not streamed, were handed out. */
    boolean isTold;

    /** Whether what the provider's tool answered, or the proof of reasoning, was handed out. */
    boolean isResultTold;

    private long content;
    private long summaries;
    private long annotations;

    void begin(BlockKind kind) {
        this.kind = kind;
        state = BlockTable.State.OPEN;
    }

    /** Marks a part as handed out; answers whether that is the first mark. */
    boolean isFirst(ResponsesEvent.Channel channel, int part) {
        boolean isSummary = channel == ResponsesEvent.Channel.SUMMARY;
        long before = isSummary ? summaries : content;
        long after = before | mark(part);
        if (isSummary) {
            summaries = after;
        } else {
            content = after;
        }
        return after != before;
    }

    /**
     * Makes the marks fit a list of so many parts: some servers count the parts of the whole response where the list is
     * that of the item. Such marks stand for the first parts of the list.
     */
    void alignContent(int parts) {
        if (parts <= LAST_MARK && content >>> parts != 0) {
            content = mark(Long.bitCount(content)) - 1;
            annotations = annotations == 0 ? 0 : content;
        }
    }

    boolean hasAnnotations(int part) {
        return (annotations & mark(part)) != 0;
    }

    void annotated(int part) {
        annotations |= mark(part);
    }

    private static long mark(int part) {
        return 1L << Math.min(part, LAST_MARK);
    }

    void reset() {
        state = BlockTable.State.ABSENT;
        kind = BlockKind.OTHER;
        argumentBytes = 0;
        isTold = false;
        isResultTold = false;
        content = 0;
        summaries = 0;
        annotations = 0;
    }
}
