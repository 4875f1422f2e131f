package io.streamgauge.provider;

import java.util.ArrayList;
import java.util.List;

/** Events of Anthropic Messages to put together in tests. */
final class AnthropicWire {
    static final String START = """
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","model":"m",\
            "usage":{"input_tokens":5,"output_tokens":1}}}

            """;
    static final String STOP = """
            event: message_stop
            data: {"type":"message_stop"   }

            """;
    static final String STARTED = "start msg_1 m";
    static final String FIRST_USAGE = "usage in 5 out 1 total -1 read -1 write -1 reasoning -1";

    static final String TEXT_BLOCK = "{'type':'text','text':''}";
    static final String TOOL_BLOCK = "{'type':'tool_use','id':'t1','name':'f','input':{}}";

    /** Checks what a body that begins and ends as it should says in between. */
    static void assertMessage(String content, String... expected) {
        List<String> all = new ArrayList<>(List.of(STARTED, FIRST_USAGE));
        all.addAll(List.of(expected));
        all.addAll(List.of("terminal", "end TERMINAL_EVENT"));
        assertDeltas(START + content + STOP, all.toArray(String[]::new));
    }

    static void assertDeltas(String body, String... expected) {
        DialectTranscript.assertDeltas(Dialect.ANTHROPIC_MESSAGES, body, expected);
    }

    /** An event with its name, as the service sends them. */
    static String event(String type, String fields) {
        return "event: " + type + "\ndata: {'type':'" + type + "'" + (fields.isEmpty() ? "" : "," + fields)
                + "      }\n\n";
    }

    static String blockStart(int index, String block) {
        return event("content_block_start", "'index':" + index + ",'content_block':" + block);
    }

    static String delta(int index, String delta) {
        return event("content_block_delta", "'index':" + index + ",'delta':" + delta);
    }

    static String text(int index, String text) {
        return delta(index, "{'type':'text_delta','text':'" + text + "'}");
    }

    static String input(int index, String json) {
        return delta(index, "{'type':'input_json_delta','partial_json':'" + json + "'}");
    }

    static String blockStop(int index) {
        return event("content_block_stop", "'index':" + index);
    }

    static String finish(String reason) {
        return event("message_delta", "'delta':{'stop_reason':" + reason + "}");
    }

    private AnthropicWire() {}
}
