package io.streamgauge.benchmarks.peers;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** langchain4j's streaming models for OpenAI and Anthropic, over an HTTP client that answers from memory. */
public final class Langchain4jModels implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return DecodingPeer.both(
                "langchain4j-models", EnumSet.of(Dialect.OPENAI_CHAT, Dialect.ANTHROPIC_MESSAGES), Client::new);
    }

    private static final class Client implements Decoder {
        private static final List<ChatMessage> PROMPT = List.of(UserMessage.from("any"));

        private final InMemory connection = new InMemory();
        private final StreamingChatModel openAi = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(connection)
                .apiKey("none")
                .modelName("any")
                .returnThinking(true)
                .build();
        private final StreamingChatModel anthropic = AnthropicStreamingChatModel.builder()
                .httpClientBuilder(connection)
                .apiKey("none")
                .modelName("any")
                .maxTokens(1)
                .returnThinking(true)
                .build();

        @Override
        public void decode(Dialect dialect, byte[][] reads, Answer answer) {
            connection.next = new ReadsStream(reads);
            (dialect == Dialect.OPENAI_CHAT ? openAi : anthropic).chat(PROMPT, new Handler(answer));
        }
    }

    /** Tool calls are told when the answer is whole; an application keeps what came before a failure. */
    private record Handler(Answer answer) implements StreamingChatResponseHandler {
        @Override
        public void onPartialResponse(String text) {
            answer.text(0, text);
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            answer.reasoning(0, thinking.text());
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            int index = 0;
            for (ToolExecutionRequest call : response.aiMessage().toolExecutionRequests()) {
                answer.toolCall(0, index++, call.id(), call.name(), call.arguments());
            }
        }

        @Override
        public void onError(Throwable failure) {}
    }

    private static final class InMemory implements HttpClientBuilder, HttpClient {
        private InputStream next = InputStream.nullInputStream();

        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            throw new UnsupportedOperationException("only streams");
        }

        @Override
        public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(200)
                    .headers(Map.of("content-type", List.of("text/event-stream")))
                    .build());
            parser.parse(next, listener);
            listener.onClose();
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return this;
        }
    }
}
