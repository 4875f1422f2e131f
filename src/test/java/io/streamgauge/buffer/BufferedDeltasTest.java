package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.delta.EndReason;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import io.streamgauge.delta.ToolCallDelta;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BufferedDeltasTest {
    private static final TokenDelta CALL =
            new TokenDelta.Tool(0, 0, "c", "f", "{}", ToolCallDelta.Form.WHOLE, ToolCallDelta.Kind.FUNCTION);
    private static final TokenDelta PING = new TokenDelta.Ping();
    private static final TokenDelta END = new TokenDelta.End(EndReason.SENTINEL);

    private static TokenDelta text(int choice, int part, String text) {
        return new TokenDelta.Text(choice, part, text);
    }

    private static TokenDelta reasoning(String text) {
        return new TokenDelta.Reasoning(0, 0, text);
    }

    private static List<TokenDelta> passed(TokenDelta... deltas) {
        List<TokenDelta> passed = new ArrayList<>();
        BufferedDeltas buffered = new BufferedDeltas(WordBuffer::new, TokenDeltas.copyingTo(passed::add));
        for (TokenDelta delta : deltas) {
            TokenDeltas.replay(delta, buffered);
        }
        return passed;
    }

    @Test
    void textPassesInWholePieces() {
        assertEquals(
                List.of(text(0, 0, "Hello"), text(0, 0, " big"), text(0, 0, " world"), END),
                passed(text(0, 0, "Hel"), text(0, 0, "lo big w"), text(0, 0, "orld"), END));
    }

    @Test
    void nothingInAChoiceOvertakesItsText() {
        TokenDelta finish = new TokenDelta.Finish(0, FinishReason.STOP, "stop");
        assertEquals(
                List.of(
                        reasoning("Hm"),
                        text(0, 0, "So"),
                        CALL,
                        text(0, 0, "then"),
                        new TokenDelta.Refusal(0, 0, "no"),
                        text(0, 0, "but"),
                        text(0, 1, "next"),
                        finish),
                passed(
                        reasoning("Hm"),
                        text(0, 0, "So"),
                        CALL,
                        text(0, 0, "then"),
                        new TokenDelta.Refusal(0, 0, "no"),
                        text(0, 0, "but"),
                        text(0, 1, "next"),
                        finish));
    }

    @Test
    void choicesDoNotDisturbEachOther() {
        assertEquals(
                List.of(text(0, 0, "one"), text(1, 0, "two"), END),
                passed(text(0, 0, "on"), text(1, 0, "tw"), text(0, 0, "e"), text(1, 0, "o"), END));
    }

    @Test
    void signsOfLifeDoNotWait() {
        assertEquals(List.of(PING, text(0, 0, "ab"), END), passed(text(0, 0, "a"), PING, text(0, 0, "b"), END));
    }

    @Test
    void whatCameBeforeAnErrorIsPassedBeforeIt() {
        TokenDelta failure = new TokenDelta.Failure("t", "c", "m", "{}");
        assertEquals(List.of(text(0, 0, "hal"), failure), passed(text(0, 0, "hal"), failure));
    }

    @Test
    void moreTextsThanThereAreBuffersPassUnbuffered() {
        TokenDelta[] deltas = new TokenDelta[BufferedDeltas.MAX_BUFFERS + 1];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = text(i, 0, "a");
        }
        assertEquals(List.of(text(BufferedDeltas.MAX_BUFFERS, 0, "a")), passed(deltas));
    }
}
