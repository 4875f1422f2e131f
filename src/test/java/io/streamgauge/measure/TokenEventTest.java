package io.streamgauge.measure;

import static io.streamgauge.measure.WireEvent.chunk;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.provider.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events count as tokens, and how many tokens they are said to bring. */
class TokenEventTest {
    private final StreamTimer timer = new StreamTimer();
    private final ToolCallDelta call = new ToolCallDelta();
    private final TokenUsage usage = new TokenUsage();
    private final ByteSlice text = ByteSlice.ofUtf8("x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"assistant\"}",
                "{\"role\":\"assistant\",\"content\":\"\"}",
                "{\"content\":null}",
                "{\"content\":\"\",\"reasoning_content\":\"\"}",
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\"}}]}",
                "{}",
                "null"
            })
    void chunksWithoutContentAreNoTokens(String delta) {
        assertEquals(0, tokenEventsOf(WireEvent.silent(chunk(delta))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":\" \"}",
                "{\"reasoning_content\":\"a\"}",
                "{\"refusal\":\"no\"}",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}",
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\"}}]}",
                "{\"content\":\"a\",\"reasoning_content\":\"b\"}"
            })
    void aChunkWithContentIsOneTokenEvent(String delta) {
        assertEquals(1, tokenEventsOf(WireEvent.output(chunk(delta))));
    }

    private static long tokenEventsOf(WireEvent event) {
        byte[] body = WireEvent.bodyOf(List.of(event, WireEvent.terminal("[DONE]")));
        return InventedReads.at(body, body.length).measure(Dialect.OPENAI_CHAT).tokenEvents();
    }

    @Test
    void theWholeCallAtItsEndIsNoSecondToken() {
        begin();
        event(0);
        call(0, ToolCallDelta.Form.FALLBACK, "f", "{}");
        event(1);
        call(0, ToolCallDelta.Form.FRAGMENT, "", "{\"a\":1}");
        event(2);
        call(0, ToolCallDelta.Form.WHOLE, "f", "{\"a\":1}");
        event(3);
        call(1, ToolCallDelta.Form.WHOLE, "g", "{}");

        assertEquals(3, timer.end(0).tokenEvents());
    }

    @ParameterizedTest
    @EnumSource(OpaqueKind.class)
    void ofOpaquePayloadsOnlyAPlanIsAToken(OpaqueKind kind) {
        begin();
        event(0);
        timer.onOpaque(kind, 0, 0, text);

        assertEquals(kind == OpaqueKind.TOOL_PLAN ? 1 : 0, timer.end(0).tokenEvents());
    }

    @Test
    void callsWithoutAnIndexAreAllTaken() {
        begin();
        event(0);
        call(ToolCallDelta.NO_INDEX, ToolCallDelta.Form.WHOLE, "f", "{}");
        event(1);
        call(ToolCallDelta.NO_INDEX, ToolCallDelta.Form.WHOLE, "f", "{}");

        assertEquals(2, timer.end(0).tokenEvents());
    }

    @Test
    void usageInEveryEventTellsTheTokensOfEach() {
        begin();
        tokenWithUsage(0, 2);
        tokenWithUsage(1, 5);
        tokenWithUsage(2, 6);
        StreamTiming timing = timer.end(100);

        assertEquals(List.of(2, 3, 1), countsOf(timing));
        assertEquals(6, timing.outputTokens());
        assertEquals(TokenSource.CONTINUOUS_USAGE, timing.tokenSource());
        assertEquals((2000 - 0) / (6 - 2), timing.tpotNanos());
    }

    @Test
    void aGapInTheUsageLeavesTheNextEventUnknown() {
        begin();
        tokenWithUsage(0, 2);
        event(1);
        timer.onText(0, 0, text);
        tokenWithUsage(2, 6);
        tokenWithUsage(3, 9);

        assertEquals(List.of(2, 0, 0, 3), countsOf(timer.end(0)));
    }

    @Test
    void usageBeforeTheFirstTokenTellsNothingAboutIt() {
        begin();
        event(0);
        state(1);
        event(1);
        timer.onText(0, 0, text);
        event(2);
        timer.onText(0, 0, text);
        event(3);
        state(12);
        StreamTiming timing = timer.end(0);

        assertEquals(List.of(0, 0), countsOf(timing));
        assertEquals(12, timing.outputTokens());
        assertEquals(TokenSource.PROVIDER_USAGE, timing.tokenSource());
    }

    @Test
    void reasoningIsAddedOnlyWhereTheProviderLeftItOut() {
        usage.input(10);
        usage.output(20);
        usage.reasoning(5);
        assertEquals(20, OutputTokens.of(usage));
        usage.total(30);
        assertEquals(20, OutputTokens.of(usage));
        usage.total(35);
        assertEquals(25, OutputTokens.of(usage));
    }

    @Test
    void withoutUsageTheTokensAreUnknown() {
        begin();
        event(0);
        timer.onText(0, 0, text);
        StreamTiming timing = timer.end(0);

        assertEquals(TokenUsage.UNKNOWN, timing.outputTokens());
        assertEquals(TokenSource.UNKNOWN, timing.tokenSource());
        assertEquals(StreamTiming.UNKNOWN, timing.tpotNanos());
    }

    private void begin() {
        timer.begin(0, 0);
    }

    /** Event {@code k} in a read of its own, at {@code k} µs. */
    private void event(int k) {
        timer.onRead(k * 1_000L);
        timer.onEventBegin(k);
    }

    private void tokenWithUsage(int k, long outputSoFar) {
        event(k);
        timer.onText(0, 0, text);
        state(outputSoFar);
    }

    private void state(long output) {
        usage.output(output);
        timer.onUsage(usage);
    }

    private void call(int index, ToolCallDelta.Form form, String name, String arguments) {
        call.begin(0, index).form(form);
        call.name().wrap(ByteSlice.ofUtf8(name));
        call.arguments().wrap(ByteSlice.ofUtf8(arguments));
        timer.onToolCall(call);
    }

    private static List<Integer> countsOf(StreamTiming timing) {
        return java.util.stream.IntStream.range(0, timing.keptTokenEvents())
                .mapToObj(timing::tokenCount)
                .toList();
    }
}
