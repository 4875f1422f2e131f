package io.streamgauge.benchmarks.peers;

import com.google.genai.ApiClient;
import com.google.genai.ApiResponse;
import com.google.genai.Models;
import com.google.genai.ResponseStream;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.Candidate;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Okio;

/** Google's SDK: its models over an API client that answers from memory. */
public final class GoogleGenAi implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return DecodingPeer.both("google-genai", EnumSet.of(Dialect.GEMINI), Client::new);
    }

    private static final class Client implements Decoder {
        private final InMemory connection = new InMemory();
        private final Models models = new Models(connection);

        /** An application keeps what came before a failure. */
        @Override
        public void decode(Dialect dialect, byte[][] reads, Answer answer) {
            connection.next = new ReadsStream(reads);
            try (ResponseStream<GenerateContentResponse> responses = models.generateContentStream("any", "any", null)) {
                for (GenerateContentResponse response : responses) {
                    response.candidates().orElse(List.of()).forEach(candidate -> candidate(candidate, answer));
                }
            } catch (GenAiIOException e) {
                connection.next = InputStream.nullInputStream();
            }
        }

        private static void candidate(Candidate candidate, Answer answer) {
            int choice = candidate.index().orElse(0);
            candidate
                    .content()
                    .flatMap(content -> content.parts())
                    .ifPresent(parts -> parts.forEach(part -> part(choice, part, answer)));
        }

        private static void part(int choice, Part part, Answer answer) {
            if (part.thought().orElse(false)) {
                part.text().ifPresent(text -> answer.reasoning(choice, text));
            } else {
                part.text().ifPresent(text -> answer.text(choice, text));
            }
        }
    }

    private static final class InMemory extends ApiClient {
        private static final MediaType EVENT_STREAM = MediaType.get("text/event-stream");
        private InputStream next = InputStream.nullInputStream();

        InMemory() {
            super(Optional.of("none"), Optional.empty(), Optional.empty());
        }

        private ApiResponse answer() {
            ResponseBody body = ResponseBody.create(Okio.buffer(Okio.source(next)), EVENT_STREAM, -1);
            return new ApiResponse() {
                @Override
                public ResponseBody getBody() {
                    return body;
                }

                @Override
                public Headers getHeaders() {
                    return Headers.of("content-type", "text/event-stream");
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public ApiResponse request(String method, String path, String body, Optional<HttpOptions> options) {
            return answer();
        }

        @Override
        public ApiResponse request(String method, String path, byte[] body, Optional<HttpOptions> options) {
            return answer();
        }

        @Override
        public CompletableFuture<ApiResponse> asyncRequest(
                String method, String path, String body, Optional<HttpOptions> options) {
            return CompletableFuture.completedFuture(answer());
        }

        @Override
        public CompletableFuture<ApiResponse> asyncRequest(
                String method, String path, byte[] body, Optional<HttpOptions> options) {
            return CompletableFuture.completedFuture(answer());
        }
    }
}
