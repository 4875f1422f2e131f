package io.streamgauge.benchmarks.peers;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputItemAddedEvent;
import com.openai.models.responses.ResponseStreamEvent;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** OpenAI's SDK: its client over an HTTP client that answers from memory. */
public final class OpenAiJava implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return DecodingPeer.both("openai-java", EnumSet.of(Dialect.OPENAI_CHAT, Dialect.OPENAI_RESPONSES), Client::new);
    }

    private static final class Client implements Decoder {
        private final InMemory connection = new InMemory();
        private final OpenAIClient client = new OpenAIClientImpl(
                ClientOptions.builder().apiKey("none").httpClient(connection).build());
        private final ChatCompletionCreateParams chat = ChatCompletionCreateParams.builder()
                .model("any")
                .addUserMessage("any")
                .build();
        private final ResponseCreateParams responses =
                ResponseCreateParams.builder().model("any").input("any").build();

        /** An application keeps what came before a failure. */
        @Override
        public void decode(Dialect dialect, byte[][] reads, Answer answer) {
            connection.next = new ReadsStream(reads);
            try {
                if (dialect == Dialect.OPENAI_RESPONSES) {
                    responses(answer);
                } else {
                    chat(answer);
                }
            } catch (OpenAIException e) {
                connection.next = InputStream.nullInputStream();
            }
        }

        private void chat(Answer answer) {
            try (StreamResponse<ChatCompletionChunk> chunks =
                    client.chat().completions().createStreaming(chat)) {
                chunks.stream().forEach(chunk -> chunk.choices().forEach(choice -> choice(choice, answer)));
            }
        }

        private static void choice(ChatCompletionChunk.Choice choice, Answer answer) {
            int index = (int) choice.index();
            ChatCompletionChunk.Choice.Delta delta = choice.delta();
            delta.content().ifPresent(text -> answer.text(index, text));
            delta.toolCalls().ifPresent(calls -> calls.forEach(call -> toolCall(index, call, answer)));
        }

        private static void toolCall(int choice, ChatCompletionChunk.Choice.Delta.ToolCall call, Answer answer) {
            answer.toolCall(
                    choice,
                    (int) call.index(),
                    call.id().orElse(""),
                    call.function().flatMap(function -> function.name()).orElse(""),
                    call.function().flatMap(function -> function.arguments()).orElse(""));
        }

        private void responses(Answer answer) {
            try (StreamResponse<ResponseStreamEvent> events = client.responses().createStreaming(responses)) {
                events.stream().forEach(event -> event(event, answer));
            }
        }

        private static void event(ResponseStreamEvent event, Answer answer) {
            if (event.isOutputTextDelta()) {
                answer.text(0, event.asOutputTextDelta().delta());
            } else if (event.isFunctionCallArgumentsDelta()) {
                int index = (int) event.asFunctionCallArgumentsDelta().outputIndex();
                answer.toolCall(
                        0, index, "", "", event.asFunctionCallArgumentsDelta().delta());
            } else if (event.isReasoningSummaryTextDelta()) {
                answer.reasoning(0, event.asReasoningSummaryTextDelta().delta());
            } else if (event.isReasoningTextDelta()) {
                answer.reasoning(0, event.asReasoningTextDelta().delta());
            } else if (event.isOutputItemAdded()) {
                added(event.asOutputItemAdded(), answer);
            }
        }

        private static void added(ResponseOutputItemAddedEvent event, Answer answer) {
            int index = (int) event.outputIndex();
            event.item()
                    .functionCall()
                    .ifPresent(call -> answer.toolCall(0, index, call.callId(), call.name(), call.arguments()));
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
