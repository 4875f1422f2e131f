package io.streamgauge.delta;

import io.streamgauge.bytes.ByteSlice;
import java.util.function.Consumer;

/**
 * Goes between the two forms of the vocabulary, in both directions; where events begin and end is not part of either.
 */
public final class TokenDeltas {
    private TokenDeltas() {}

    /** A handler that hands every delta on as an object. */
    public static DeltaHandler copyingTo(Consumer<? super TokenDelta> consumer) {
        return new Copier(consumer);
    }

    /** Tells {@code handler} what {@code delta} says. Allocates; the hot path is the other direction, or none. */
    public static void replay(TokenDelta delta, DeltaHandler handler) {
        if (delta instanceof TokenDelta.Text text) {
            handler.onText(text.choice(), text.part(), slice(text.text()));
        } else if (delta instanceof TokenDelta.Reasoning reasoning) {
            handler.onReasoning(reasoning.choice(), reasoning.part(), slice(reasoning.text()));
        } else if (delta instanceof TokenDelta.Refusal refusal) {
            handler.onRefusal(refusal.choice(), refusal.part(), slice(refusal.text()));
        } else if (delta instanceof TokenDelta.Tool tool) {
            handler.onToolCall(toolCall(tool));
        } else if (delta instanceof TokenDelta.ToolEnd end) {
            handler.onToolCallEnd(end.choice(), end.index());
        } else if (delta instanceof TokenDelta.Opaque opaque) {
            handler.onOpaque(opaque.kind(), opaque.choice(), opaque.part(), slice(opaque.payload()));
        } else {
            replayFrame(delta, handler);
        }
    }

    private static void replayFrame(TokenDelta delta, DeltaHandler handler) {
        if (delta instanceof TokenDelta.Start start) {
            handler.onStart(slice(start.responseId()), slice(start.model()));
        } else if (delta instanceof TokenDelta.Usage usage) {
            handler.onUsage(usage(usage));
        } else if (delta instanceof TokenDelta.Finish finish) {
            handler.onFinish(finish.choice(), finish.reason(), slice(finish.raw()));
        } else if (delta instanceof TokenDelta.Ping) {
            handler.onPing();
        } else if (delta instanceof TokenDelta.Failure failure) {
            handler.onError(error(failure));
        } else if (delta instanceof TokenDelta.Departure departure) {
            handler.onDeviation(departure.deviation(), departure.eventNumber(), departure.byteOffset());
        } else if (delta instanceof TokenDelta.End end) {
            handler.onEnd(end.reason());
        }
    }

    private static ByteSlice slice(String text) {
        return ByteSlice.ofUtf8(text);
    }

    private static ToolCallDelta toolCall(TokenDelta.Tool tool) {
        ToolCallDelta call = new ToolCallDelta()
                .begin(tool.choice(), tool.index())
                .form(tool.form())
                .kind(tool.kind());
        call.id().wrap(slice(tool.id()));
        call.name().wrap(slice(tool.name()));
        call.arguments().wrap(slice(tool.arguments()));
        return call;
    }

    private static TokenUsage usage(TokenDelta.Usage from) {
        TokenUsage usage = new TokenUsage();
        usage.input(from.input());
        usage.output(from.output());
        usage.total(from.total());
        usage.cacheRead(from.cacheRead());
        usage.cacheWrite(from.cacheWrite());
        usage.reasoning(from.reasoning());
        return usage;
    }

    private static ProviderError error(TokenDelta.Failure failure) {
        ProviderError error = new ProviderError();
        error.type().wrap(slice(failure.type()));
        error.code().wrap(slice(failure.code()));
        error.message().wrap(slice(failure.message()));
        error.raw().wrap(slice(failure.raw()));
        return error;
    }

    private static final class Copier implements DeltaHandler {
        private final Consumer<? super TokenDelta> consumer;

        Copier(Consumer<? super TokenDelta> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onStart(ByteSlice responseId, ByteSlice model) {
            consumer.accept(new TokenDelta.Start(responseId.copyUtf8(), model.copyUtf8()));
        }

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            consumer.accept(new TokenDelta.Text(choice, part, text.copyUtf8()));
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            consumer.accept(new TokenDelta.Reasoning(choice, part, text.copyUtf8()));
        }

        @Override
        public void onRefusal(int choice, int part, ByteSlice text) {
            consumer.accept(new TokenDelta.Refusal(choice, part, text.copyUtf8()));
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            consumer.accept(new TokenDelta.Tool(
                    call.choice(),
                    call.index(),
                    call.id().copyUtf8(),
                    call.name().copyUtf8(),
                    call.arguments().copyUtf8(),
                    call.form(),
                    call.kind()));
        }

        @Override
        public void onToolCallEnd(int choice, int index) {
            consumer.accept(new TokenDelta.ToolEnd(choice, index));
        }

        @Override
        public void onOpaque(OpaqueKind kind, int choice, int part, ByteSlice payload) {
            consumer.accept(new TokenDelta.Opaque(kind, choice, part, payload.copyUtf8()));
        }

        @Override
        public void onUsage(TokenUsage usage) {
            consumer.accept(new TokenDelta.Usage(
                    usage.input(),
                    usage.output(),
                    usage.total(),
                    usage.cacheRead(),
                    usage.cacheWrite(),
                    usage.reasoning()));
        }

        @Override
        public void onFinish(int choice, FinishReason reason, ByteSlice raw) {
            consumer.accept(new TokenDelta.Finish(choice, reason, raw.copyUtf8()));
        }

        @Override
        public void onPing() {
            consumer.accept(new TokenDelta.Ping());
        }

        @Override
        public void onError(ProviderError error) {
            consumer.accept(failure(error));
        }

        @Override
        public void onDeviation(Deviation deviation, long eventNumber, long byteOffset) {
            consumer.accept(new TokenDelta.Departure(deviation, eventNumber, byteOffset));
        }

        @Override
        public void onEnd(EndReason reason) {
            consumer.accept(new TokenDelta.End(reason));
        }
    }

    /** A copy of what a provider said about its failure. */
    public static TokenDelta.Failure failure(ProviderError error) {
        return new TokenDelta.Failure(
                error.type().copyUtf8(),
                error.code().copyUtf8(),
                error.message().copyUtf8(),
                error.raw().copyUtf8());
    }
}
