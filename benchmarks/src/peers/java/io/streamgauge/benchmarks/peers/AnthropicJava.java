package io.streamgauge.benchmarks.peers;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.io.InputStream;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Anthropic's SDK: its client over an HTTP client that answers from memory. */
public final class AnthropicJava implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return DecodingPeer.both("anthropic-java", EnumSet.of(Dialect.ANTHROPIC_MESSAGES), Client::new);
    }

    private static final class Client implements Decoder {
        private final InMemory connection = new InMemory();
        private final AnthropicClient client = new AnthropicClientImpl(
                ClientOptions.builder().httpClient(connection).build());
        private final MessageCreateParams parameters = MessageCreateParams.builder()
                .model("any")
                .maxTokens(1)
                .addUserMessage("any")
                .build();

        /** An application keeps what came before a failure. */
        @Override
        public void decode(Dialect dialect, byte[][] reads, Answer answer) {
            connection.next = new ReadsStream(reads);
            BitSet calls = new BitSet();
            try (StreamResponse<RawMessageStreamEvent> events =
                    client.messages().createStreaming(parameters)) {
                events.stream().forEach(event -> event(event, calls, answer));
            } catch (AnthropicException e) {
                connection.next = InputStream.nullInputStream();
            }
        }

        private static void event(RawMessageStreamEvent event, BitSet calls, Answer answer) {
            if (event.isContentBlockDelta()) {
                int index = (int) event.asContentBlockDelta().index();
                delta(index, event.asContentBlockDelta().delta(), calls, answer);
            } else if (event.isContentBlockStart()) {
                start(event.asContentBlockStart(), calls, answer);
            }
        }

        private static void delta(int index, RawContentBlockDelta delta, BitSet calls, Answer answer) {
            if (delta.isText()) {
                answer.text(0, delta.asText().text());
            } else if (delta.isThinking()) {
                answer.reasoning(0, delta.asThinking().thinking());
            } else if (delta.isInputJson() && calls.get(index)) {
                answer.toolCall(0, index, "", "", delta.asInputJson().partialJson());
            }
        }

        private static void start(RawContentBlockStartEvent event, BitSet calls, Answer answer) {
            RawContentBlockStartEvent.ContentBlock block = event.contentBlock();
            int index = (int) event.index();
            block.text().ifPresent(text -> answer.text(0, text.text()));
            block.thinking().ifPresent(thinking -> answer.reasoning(0, thinking.thinking()));
            block.toolUse().ifPresent(call -> {
                calls.set(index);
                answer.toolCall(0, index, call.id(), call.name(), "");
            });
        }
    }

    private static final class InMemory implements HttpClient {
        private InputStream next = InputStream.nullInputStream();

        @Override
        public HttpResponse execute(HttpRequest request, RequestOptions options) {
            return new Response(next);
        }

        @Override
        public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
            return CompletableFuture.completedFuture(execute(request, options));
        }

        @Override
        public void close() {}
    }

    private record Response(InputStream body) implements HttpResponse {
        private static final Headers HEADERS =
                Headers.builder().put("content-type", "text/event-stream").build();

        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Headers headers() {
            return HEADERS;
        }

        @Override
        public void close() {}
    }
}
