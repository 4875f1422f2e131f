package io.streamgauge.server;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.plan.EventIndex;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Gemini sends one answer as SSE or as a JSON array, as it is asked. This makes of a recording of one form the other:
 * the same objects at the same times, framed as Gemini frames them.
 */
final class GeminiForms {
    private static final byte[] EVENT_START = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARRAY_START = "[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BETWEEN_ELEMENTS = "\n,\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARRAY_END = "\n]".getBytes(StandardCharsets.US_ASCII);

    private final ServedRecording recording;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();

    private GeminiForms(ServedRecording recording) {
        this.recording = recording;
    }

    /** The other form of a recording of {@link Dialect#GEMINI} or {@link Dialect#GEMINI_JSON_ARRAY}. */
    static ServedRecording other(ServedRecording recording, EventIndex index) {
        boolean toArray = recording.dialect() == Dialect.GEMINI;
        Dialect dialect = toArray ? Dialect.GEMINI_JSON_ARRAY : Dialect.GEMINI;
        GeminiForms forms = new GeminiForms(recording);
        forms.convert(toArray);
        return new ServedRecording(
                recording.name(),
                dialect,
                recording.model(),
                recording.status(),
                dialect.framing().contentType(),
                recording.headers(),
                ServedRecording.Framed.AS_DIALECT,
                ByteBuffer.wrap(forms.body.toByteArray()),
                forms.timing(index));
    }

    private void convert(boolean toArray) {
        EventParser parser = recording
                .dialect()
                .framing()
                .newParser(
                        ParserLimits.DEFAULTS,
                        event -> add(toArray, event.data().copyBytes()));
        parser.feed(recording.body());
        parser.end();
        if (toArray) {
            body.writeBytes(ends.isEmpty() ? ARRAY_START : new byte[0]);
            body.writeBytes(ARRAY_END);
        }
    }

    private void add(boolean toArray, byte[] object) {
        if (toArray) {
            body.writeBytes(ends.isEmpty() ? ARRAY_START : BETWEEN_ELEMENTS);
            body.writeBytes(object);
        } else {
            body.writeBytes(EVENT_START);
            body.writeBytes(onOneLine(object));
            body.writeBytes(EVENT_END);
        }
        ends.add(body.size());
    }

    /** Elements of an array are laid out over many lines; an event must not be. */
    private static byte[] onOneLine(byte[] object) {
        try {
            return WholeAnswer.JSON.writeValueAsBytes(WholeAnswer.JSON.readTree(object));
        } catch (JacksonException e) {
            return new String(object, StandardCharsets.UTF_8)
                    .replaceAll("[\r\n]+", " ")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Each object arrives when the bytes that ended it did. */
    private RecordedTiming timing(EventIndex index) {
        RecordedTiming recorded = recording.timing();
        if (recorded.reads() == 0) {
            return RecordedTiming.NONE;
        }
        long[] micros = new long[ends.size()];
        int[] bytes = new int[ends.size()];
        for (int i = 0; i < bytes.length; i++) {
            micros[i] = recorded.micros(recorded.readWith(index.endOfEvent(i)));
            bytes[i] = ends.get(i);
        }
        return RecordedTiming.of(micros, bytes);
    }
}
