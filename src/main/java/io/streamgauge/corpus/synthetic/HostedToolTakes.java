package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_RESPONSES;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Responses in which the provider runs tools of its own, and the large events that come of it. */
final class HostedToolTakes {
    private HostedToolTakes() {}

    static void record(Studio studio) {
        openAi(studio, "responses-web-search", "citations", HostedToolTakes::webSearch);
        openAi(studio, "responses-code-interpreter", "reasoning", HostedToolTakes::codeInterpreter);
        openAi(studio, "responses-mcp", "tools", HostedToolTakes::mcp);
        openAi(studio, "responses-custom-tool", "tools", HostedToolTakes::customTool);
        openAi(studio, "responses-image-large", "text", HostedToolTakes::image);
    }

    private static void openAi(Studio studio, String name, String kind, BiConsumer<Take, ResponsesStream> play) {
        studio.record(Vendor.OPENAI, OPENAI_RESPONSES, name, Pacing.HOSTED, take -> {
            take.about(kind, ResponsesTakes.MODEL);
            take.features("obfuscation", "named-events", "repeated-at-end");
            play.accept(take, new ResponsesStream(take).open());
        });
    }

    private static void webSearch(Take take, ResponsesStream stream) {
        take.features("citations", "hosted-tools");
        String itemId = stream.itemId("ws");
        Map<String, @Nullable Object> started = Json.object(
                "id",
                itemId,
                "type",
                "web_search_call",
                "status",
                "in_progress",
                "action",
                Json.object("type", "search"));
        int index = stream.add(started);
        stream.step("response.web_search_call.in_progress", itemId, index);
        stream.step("response.web_search_call.searching", itemId, index);
        stream.step("response.web_search_call.completed", itemId, index);
        stream.done(
                index,
                Json.join(
                        started,
                        Json.object(
                                "status",
                                "completed",
                                "action",
                                Json.object("type", "search", "query", "rule of twelfths tide"))));
        String text = "The level drops by one twelfth in the first hour and by three in the third"
                + " ([Tides for walkers](https://example.org/tides)).";
        Map<String, @Nullable Object> citation = Json.object(
                "type", "url_citation",
                "start_index", text.indexOf("(["),
                "end_index", text.length() - 1,
                "title", "Tides for walkers",
                "url", "https://example.org/tides");
        stream.message(text, 1, Json.array(citation));
        stream.complete();
    }

    private static void codeInterpreter(Take take, ResponsesStream stream) {
        take.features("hosted-tools");
        stream.reasoningSummary("**Counting crates**\n\nFour thousand two hundred books, twenty-four to a crate.", 1);
        String code = "from math import ceil\nprint(ceil(4200 / 24) + 15)  # ≈ 190";
        String itemId = stream.itemId("ci");
        Map<String, @Nullable Object> call = Json.object(
                "id",
                itemId,
                "type",
                "code_interpreter_call",
                "status",
                "in_progress",
                "code",
                "",
                "container_id",
                "cntr_" + take.dice.hex(50),
                "outputs",
                null);
        int index = stream.add(call);
        stream.step("response.code_interpreter_call.in_progress", itemId, index);
        for (String piece : take.chunker.tokens(code)) {
            stream.delta("response.code_interpreter_call_code.delta", itemId, index, Json.object(), piece);
        }
        stream.event(
                "response.code_interpreter_call_code.done",
                Json.object("code", code, "item_id", itemId, "output_index", index));
        stream.step("response.code_interpreter_call.interpreting", itemId, index);
        stream.step("response.code_interpreter_call.completed", itemId, index);
        stream.done(index, Json.join(call, Json.object("status", "completed", "code", code)));
        stream.message("You need **190 crates**.", 1);
        stream.complete();
    }

    private static void mcp(Take take, ResponsesStream stream) {
        take.features("hosted-tools");
        String listId = stream.itemId("mcpl");
        Map<String, @Nullable Object> list =
                Json.object("id", listId, "type", "mcp_list_tools", "server_label", "almanac", "tools", Json.array());
        int index = stream.add(list);
        stream.step("response.mcp_list_tools.in_progress", listId, index);
        stream.step("response.mcp_list_tools.completed", listId, index);
        stream.done(index, Json.join(list, Json.object("tools", manyTools())));
        stream.silentReasoning();
        mcpCall(stream);
        stream.message("The almanac says: *read seed catalogues with a pencil in your hand*.", 1);
        stream.complete();
    }

    private static void mcpCall(ResponsesStream stream) {
        String arguments = "{\"month\":\"January\"}";
        String itemId = stream.itemId("mcp");
        Map<String, @Nullable Object> call = Json.object(
                "id", itemId,
                "type", "mcp_call",
                "status", "in_progress",
                "approval_request_id", null,
                "arguments", "",
                "error", null,
                "name", "read_month",
                "output", null,
                "server_label", "almanac");
        int index = stream.add(call);
        stream.step("response.mcp_call.in_progress", itemId, index);
        stream.delta("response.mcp_call_arguments.delta", itemId, index, Json.object(), arguments);
        stream.event(
                "response.mcp_call_arguments.done",
                Json.object("arguments", arguments, "item_id", itemId, "output_index", index));
        stream.step("response.mcp_call.completed", itemId, index);
        stream.done(
                index,
                Json.join(
                        call,
                        Json.object("status", "completed", "arguments", arguments, "output", Texts.of("almanac"))));
    }

    /** Tools enough for a list of some forty kilobytes, which real servers have. */
    private static List<@Nullable Object> manyTools() {
        List<@Nullable Object> tools = Json.array();
        for (int i = 1; i <= 60; i++) {
            Map<String, @Nullable Object> schema = Json.object(
                    "type", "object",
                    "properties",
                            Json.object(
                                    "month", Json.object("type", "string", "description", "English name of the month"),
                                    "garden",
                                            Json.object(
                                                    "type",
                                                    "string",
                                                    "description",
                                                    "Which garden: the walled one, the orchard, or bed " + i)),
                    "required", Json.array("month"));
            tools.add(Json.object(
                    "annotations",
                    Json.object("read_only", true),
                    "description",
                    "What the almanac says about bed " + i + ", in the words of "
                            + Texts.of("harbour").substring(0, 230),
                    "input_schema",
                    schema,
                    "name",
                    "read_bed_" + i));
        }
        return tools;
    }

    /** A tool of the application that takes free text; its item id and its call id differ. */
    private static void customTool(Take take, ResponsesStream stream) {
        take.features("custom-tool");
        ToolUse call = ToolUse.of("call_" + take.dice.id(24), "run_sql", Json.object());
        String sql = "SELECT name, berths\n  FROM boats\n WHERE harbour = 'Nordvik' AND berths >= 4;";
        String itemId = stream.itemId("ctc");
        int index = stream.add(customCall(itemId, call, "in_progress", ""));
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.FREE);
        for (String piece : take.chunker.tokens(sql)) {
            said.fragment(piece);
            stream.delta("response.custom_tool_call_input.delta", itemId, index, Json.object(), piece);
        }
        stream.event(
                "response.custom_tool_call_input.done",
                Json.object("input", sql, "item_id", itemId, "output_index", index));
        stream.done(index, customCall(itemId, call, "completed", sql));
        stream.complete();
    }

    private static Map<String, @Nullable Object> customCall(String itemId, ToolUse call, String status, String input) {
        return Json.object(
                "id",
                itemId,
                "type",
                "custom_tool_call",
                "status",
                status,
                "call_id",
                call.id(),
                "input",
                input,
                "name",
                call.name());
    }

    /** A picture in one event, and again in the terminal one, which grows beyond 100 kB. */
    private static void image(Take take, ResponsesStream stream) {
        take.features("hosted-tools", "image", "huge-event");
        String itemId = stream.itemId("ig");
        Map<String, @Nullable Object> started =
                Json.object("id", itemId, "type", "image_generation_call", "status", "in_progress");
        int index = stream.add(started);
        stream.step("response.image_generation_call.in_progress", itemId, index);
        stream.step("response.image_generation_call.generating", itemId, index);
        stream.event(
                "response.image_generation_call.partial_image",
                Json.object(
                        "item_id",
                        itemId,
                        "output_index",
                        index,
                        "partial_image_b64",
                        Picture.base64(32, 24),
                        "partial_image_index",
                        0,
                        "size",
                        "1024x1024",
                        "output_format",
                        "png"));
        stream.done(
                index,
                Json.join(
                        started,
                        Json.object(
                                "status", "completed",
                                "output_format", "png",
                                "result", Picture.base64(176, 150),
                                "revised_prompt", "a harbour before sunrise, in plain colours")));
        stream.message("Here is the harbour, an hour before sunrise.", 1);
        stream.complete();
    }
}
