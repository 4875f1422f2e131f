package io.streamgauge.server;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the whole object that some protocols send once more at their end. */
final class EnclosedObject {
    private final ServedRecording stream;
    private @Nullable ObjectNode last;

    private EnclosedObject(ServedRecording stream) {
        this.stream = stream;
    }

    /** The last state of the response, run or interaction that a stream is about; a copy of your own. */
    static Optional<ObjectNode> in(ServedRecording stream) {
        EnclosedObject finder = new EnclosedObject(stream);
        EventParser parser = stream.dialect().framing().newParser(ParserLimits.DEFAULTS, finder::read);
        parser.feed(stream.body());
        parser.end();
        return Optional.ofNullable(finder.last);
    }

    private void read(StreamEvent event) {
        try {
            JsonNode data = WholeAnswer.JSON.readTree(event.data().copyBytes());
            JsonNode object = switch (stream.dialect()) {
                case OPENAI_RESPONSES -> data.path("response");
                case GEMINI_INTERACTIONS -> data.path("interaction");
                default -> data.path("object").asString("").equals("thread.run") ? data : data.path("none");
            };
            if (object instanceof ObjectNode whole) {
                last = whole;
            }
        } catch (JacksonException e) {
            // The sentinel, or an event that is no JSON: not what is looked for.
        }
    }
}
