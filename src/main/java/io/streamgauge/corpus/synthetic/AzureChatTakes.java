package io.streamgauge.corpus.synthetic;

import static io.streamgauge.corpus.synthetic.Vendor.AZURE;
import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.Azure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat completions of Azure: OpenAI's, with filters around them. */
final class AzureChatTakes {
    private AzureChatTakes() {}

    static void record(Studio studio) {
        studio.record(AZURE, OPENAI_CHAT, "chat-filtered", Pacing.HOSTED, AzureChatTakes::azure);
        studio.record(AZURE, OPENAI_CHAT, "chat-filtered-later", Pacing.BURSTS, AzureChatTakes::azureLater);
        studio.record(AZURE, OPENAI_CHAT, "chat-filtered-out", Pacing.BURSTS, AzureChatTakes::azureFilteredOut);
        studio.record(AZURE, OPENAI_CHAT, "chat-tool-call", Pacing.HOSTED, AzureChatTakes::azureTools);
    }

    private static void end(ChatStream chat, String reason) {
        chat.finish(reason);
        chat.usageChunk();
        chat.done();
    }

    /** Azure's verdict on the prompt comes first, with everything else empty. */
    private static ChatStream beginAzure(Take take, String kind) {
        take.about(kind, "synthetic-gpt-deployment");
        take.features("content-filter", "null-usage", "empty-choices", "obfuscation");
        ChatStream chat = new ChatStream(take, new Azure()).withNullUsage();
        Map<String, @Nullable Object> verdict = Json.object(
                "prompt_index",
                0,
                "content_filter_results",
                Json.join(Azure.SAFE, Json.object("jailbreak", Json.object("filtered", false, "detected", false))));
        chat.event(Json.object(
                "choices",
                Json.array(),
                "created",
                0,
                "id",
                "",
                "model",
                "",
                "object",
                "",
                "prompt_filter_results",
                Json.array(verdict)));
        return chat;
    }

    private static void azure(Take take) {
        ChatStream chat = beginAzure(take, "text");
        chat.delta(Json.object("content", "", "refusal", null, "role", "assistant"));
        chat.text(Texts.of("russian"), 1);
        end(chat, "stop");
    }

    private static void azureTools(Take take) {
        ChatStream chat = beginAzure(take, "tools");
        chat.delta(Json.object("content", null, "refusal", null, "role", "assistant"));
        chat.call(0, 0, Tools.writeFile("call_" + take.dice.id(24)));
        end(chat, "tool_calls");
    }

    /** The asynchronous filter: verdicts without a delta, some of them behind the end. */
    private static void azureLater(Take take) {
        take.features("choice-without-delta");
        ChatStream chat = beginAzure(take, "text");
        chat.delta(Json.object("content", "", "refusal", null, "role", "assistant"));
        String text = Texts.of("bread");
        int middle = text.indexOf("2. ");
        chat.text(text.substring(0, middle), 1);
        chat.event(verdict(0, middle, null));
        chat.text(text.substring(middle), 1);
        chat.finish("stop");
        chat.event(verdict(middle, text.length(), null));
        chat.usageChunk();
        chat.done();
    }

    /** The asynchronous filter cuts the answer off. */
    private static void azureFilteredOut(Take take) {
        take.features("choice-without-delta");
        ChatStream chat = beginAzure(take, "blocked");
        chat.delta(Json.object("content", "", "refusal", null, "role", "assistant"));
        String text = Texts.of("bridge").substring(0, 120);
        chat.text(text, 1);
        take.said.choice(0).finish("content_filter");
        chat.event(verdict(0, text.length(), "content_filter"));
        chat.done();
    }

    private static Map<String, @Nullable Object> verdict(int from, int to, @Nullable String finish) {
        Map<String, @Nullable Object> choice = Json.object(
                "content_filter_offsets",
                Json.object("check_offset", from, "start_offset", from, "end_offset", to),
                "content_filter_results",
                Azure.SAFE,
                "finish_reason",
                finish,
                "index",
                0);
        return Json.object(
                "choices", Json.array(choice), "created", 0, "id", "", "model", "", "object", "", "usage", null);
    }
}
