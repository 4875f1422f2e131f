package io.streamgauge.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Events of OpenAI Responses to put together in tests; the sequence numbers are counted by {@link #body}. */
final class ResponsesWire {
    private static final Pattern NUMBER = Pattern.compile("'#'");

    static final String CREATED = event("created", "'response':{'id':'resp_1','model':'m','output':[]}");
    static final String STARTED = "start resp_1 m";
    static final String MESSAGE = "{'id':'msg_1','type':'message','content':[]}";
    static final String CALL = "{'id':'fc_1','type':'function_call','call_id':'c1','name':'f','arguments':''}";

    /** Checks what a response that begins and is completed as it should says in between. */
    static void assertResponse(String content, String output, String... expected) {
        List<String> all = new ArrayList<>(List.of(STARTED));
        all.addAll(List.of(expected));
        all.addAll(List.of("finish 0 STOP completed", "terminal", "end TERMINAL_EVENT"));
        assertDeltas(CREATED + content + completed(output), all.toArray(String[]::new));
    }

    static void assertDeltas(String events, String... expected) {
        DialectTranscript.assertDeltas(Dialect.OPENAI_RESPONSES, body(events), expected);
    }

    /** The events with their sequence numbers. */
    static String body(String events) {
        AtomicInteger number = new AtomicInteger();
        return NUMBER.matcher(events).replaceAll(match -> Integer.toString(number.getAndIncrement()));
    }

    /** An event with its name, as the service sends them. */
    static String event(String type, String fields) {
        return "event: response." + type + "\ndata: {'type':'response." + type + "','sequence_number':'#'," + fields
                + "}\n\n";
    }

    static String completed(String output) {
        return event("completed", "'response':{'status':'completed','output':[" + output + "]}");
    }

    static String added(int index, String item) {
        return event("output_item.added", "'output_index':" + index + ",'item':" + item);
    }

    static String done(int index, String item) {
        return event("output_item.done", "'output_index':" + index + ",'item':" + item);
    }

    /** An event of one content part. */
    static String part(String type, int index, int part, String fields) {
        return event(type, "'item_id':'x','output_index':" + index + ",'content_index':" + part + "," + fields);
    }

    static String text(int index, int part, String text) {
        return part("output_text.delta", index, part, "'delta':'" + text + "','obfuscation':'q'");
    }

    static String textDone(int index, int part, String text) {
        return part("output_text.done", index, part, "'text':'" + text + "'");
    }

    static String arguments(int index, String piece) {
        return event("function_call_arguments.delta", "'output_index':" + index + ",'delta':'" + piece + "'");
    }

    static String argumentsDone(int index, String arguments) {
        return event("function_call_arguments.done", "'output_index':" + index + ",'arguments':'" + arguments + "'");
    }

    /** A message item as it stands at its end. */
    static String message(String... texts) {
        List<String> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add("{'type':'output_text','text':'" + text + "','annotations':[]}");
        }
        return "{'id':'msg_1','type':'message','content':[" + String.join(",", parts) + "]}";
    }

    /** A function call as it stands at its end. */
    static String call(String id, String name, String arguments) {
        return "{'type':'function_call','call_id':'" + id + "','name':'" + name + "','arguments':'" + arguments + "'}";
    }

    private ResponsesWire() {}
}
