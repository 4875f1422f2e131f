package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That the short way is taken; that it leads where the long one does, {@link DecoderDifferentialTest} shows. */
class RepeatedEventTest {
    @Test
    void aRepeatedEventIsNotReadInFull() {
        String head = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"";
        String tail = "\"},\"finish_reason\":null}],\"obfuscation\":\"";
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            body.append(head)
                    .append("word ")
                    .append(i)
                    .append(tail)
                    .append("x".repeat(i % 9))
                    .append("\"}\n\n");
        }
        int[] taken = {0};
        DeltaDecoder decoder = Dialect.OPENAI_CHAT.newDecoder(new DeltaHandler() {});
        EventParser parser = Dialect.OPENAI_CHAT.newParser(ParserLimits.DEFAULTS, decoder);
        parser.use((source, from, to, byteOffset, eventNumber) -> {
            int behind = decoder.shortcut().take(source, from, to, byteOffset, eventNumber);
            taken[0] += behind > from ? 1 : 0;
            return behind;
        });
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
        assertEquals(98, taken[0], "the first is learned, and the second tells what changes");
    }
}
