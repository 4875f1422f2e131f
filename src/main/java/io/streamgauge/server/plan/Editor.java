package io.streamgauge.server.plan;

import java.util.Arrays;
import java.util.List;

/** Makes many changes of a body in one pass. Used once. */
final class Editor {
    private final TimedBody body;
    private final byte[] bytes;
    private int written;
    private int copied;

    private int[] ends = new int[64];
    private long[] dueNanos = new long[64];
    private int writes;
    private int nextWrite;

    /** @param length of the changed body */
    Editor(TimedBody body, int length) {
        this.body = body;
        bytes = new byte[length];
    }

    TimedBody edited(List<Edit> edits) {
        for (Edit edit : edits) {
            if (edit instanceof Edit.Behind behind) {
                add(behind);
            } else {
                replace(edit);
            }
        }
        copyUpTo(body.length());
        endWrite(body.lastDueNanos());
        return TimedBody.of(body.framing(), bytes, Arrays.copyOf(ends, writes), Arrays.copyOf(dueNanos, writes));
    }

    /** Copies what stands in front of an offset, with the writes that end there. */
    private void copyUpTo(int offset) {
        while (nextWrite < body.writes() && body.end(nextWrite) <= offset) {
            copy(body.end(nextWrite));
            endWrite(body.dueNanos(nextWrite++));
        }
        copy(offset);
    }

    private void copy(int to) {
        System.arraycopy(body.bytes(), copied, bytes, written, to - copied);
        written += to - copied;
        copied = to;
    }

    private void replace(Edit edit) {
        copyUpTo(edit.span().from());
        int from = written;
        int to = edit.with().copyTo(bytes, written);
        while (nextWrite < body.writes() && body.end(nextWrite) < edit.span().to()) {
            written = Math.min(from + body.end(nextWrite) - edit.span().from(), to);
            endWrite(body.dueNanos(nextWrite++));
        }
        written = to;
        copied = edit.span().to();
    }

    private void add(Edit.Behind edit) {
        int at = edit.span().to();
        long due = body.dueAt(at - 1);
        copyUpTo(at);
        endWrite(due);
        for (int i = 0; i < edit.times(); i++) {
            written = edit.with().copyTo(bytes, written);
            endWrite(due);
        }
    }

    /** Ends a write where something was written since the last one. */
    private void endWrite(long due) {
        if (written == (writes == 0 ? 0 : ends[writes - 1])) {
            return;
        }
        TimedBody.requireWrites(writes + 1L);
        if (writes == ends.length) {
            ends = Arrays.copyOf(ends, writes * 2);
            dueNanos = Arrays.copyOf(dueNanos, writes * 2);
        }
        ends[writes] = written;
        dueNanos[writes++] = due;
    }
}
