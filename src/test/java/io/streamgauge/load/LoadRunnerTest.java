package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.StreamRequest;
import io.streamgauge.load.ArrivalProcess.ClosedUsers;
import io.streamgauge.load.ArrivalProcess.ConstantRate;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.Metric;
import io.streamgauge.measure.Slo;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.transport.LeakCheck;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whole loads on a real server. What is checked here is what was counted, not how fast it was. */
@ExtendWith(LeakCheck.class)
class LoadRunnerTest {
    private static final int TOKENS = 20;
    private static final byte[] CHAT = (event("{\"role\":\"assistant\",\"content\":\"\"}")
                    + IntStream.range(0, TOKENS)
                            .mapToObj(k -> event("{\"content\":\" w" + k + "\"}"))
                            .collect(Collectors.joining())
                    + "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                    + "data: {\"id\":\"c\",\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":20}}\n\n"
                    + "data: [DONE]\n\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] OLLAMA = ("{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"a\"},"
                    + "\"done\":false}\n{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
                    + "\"done\":true,\"done_reason\":\"stop\",\"eval_count\":1}\n")
            .getBytes(StandardCharsets.UTF_8);

    private static String event(String delta) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}\n\n";
    }

    private static ReplayServer server(ReplaySchedule schedule) throws BindException {
        return ReplayServer.builder()
                .recordings(List.of(
                        ServedRecording.of("chat", Dialect.OPENAI_CHAT, CHAT),
                        ServedRecording.of("ollama", Dialect.OLLAMA_CHAT, OLLAMA)))
                .schedule(schedule)
                .fragmentation(Fragmentation.events(1))
                .start();
    }

    private static LoadTarget target(Dialect dialect, URI base, String model) {
        return LoadTarget.of(
                StreamRequest.to(dialect, base).model(model).prompt("p").build());
    }

    private static LoadPlan.Builder plan(ReplayServer server) {
        return LoadPlan.of(List.of(target(Dialect.OPENAI_CHAT, server.uri(), "chat")))
                .warmUp(Duration.ZERO);
    }

    @Test
    void closedUsersAreServedAndEveryStreamIsCounted() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.eventsPerSecond(2_000))) {
            LoadPlan plan = plan(server)
                    .arrival(ClosedUsers.of(4))
                    .measured(Measured.requests(60))
                    .loops(2)
                    .build();

            LoadResult result = new LoadRunner(plan, SendSource.of(server.sendLog())).run();

            LatencyRecorder all = result.latencies();
            assertEquals(60, all.succeeded(), () -> result.document().toString());
            assertEquals(0, all.failed());
            assertEquals(60, all.of(Metric.TTFT).count());
            assertEquals(60L * TOKENS, all.coalescing().tokenEvents());
            assertEquals(60L * (TOKENS + 4), all.coalescing().events());
            assertEquals(60L * TOKENS, all.coalescing().tokens());
            assertEquals(
                    60L * (TOKENS - 1),
                    all.of(Metric.CHUNK_GAP).count() + all.coalescing().unobservableGaps());
            assertTrue(all.of(Metric.TTFE).minNanos() <= all.of(Metric.TTFT).minNanos());
        }
    }

    @Test
    void noStampIsEarlierThanTheServersOwn() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.eventsPerSecond(1_000))) {
            LoadPlan plan = plan(server)
                    .arrival(ClosedUsers.of(3))
                    .measured(Measured.requests(50))
                    .build();

            LoadResult result = new LoadRunner(plan, SendSource.of(server.sendLog())).run();

            assertEquals(50L * (TOKENS + 4), result.stampErrors().count());
            assertTrue(
                    result.stampErrors().minNanos() > 0,
                    "min " + result.stampErrors().minNanos());
        }
    }

    @Test
    void anOpenArrivalSendsEverySlotAndMeasuresTheSecondPhaseOnly() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.unlimited())) {
            LoadPlan plan = plan(server)
                    .arrival(new ConstantRate(200))
                    .warmUp(Duration.ofMillis(250))
                    .measured(Measured.during(Duration.ofMillis(500)))
                    .loops(2)
                    .build();

            LoadResult result = new LoadRunner(plan).run();

            assertEquals(100, result.latencies().succeeded());
            assertEquals(100, result.latencies().of(Metric.SCHEDULE_LAG).count());
            assertTrue(result.latencies().of(Metric.SCHEDULE_LAG).minNanos() >= 0);
            assertEquals(0, result.stampErrors().count());
        }
    }

    @Test
    void theDocumentHasTheFieldsThatReadersRelyOn() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.unlimited())) {
            LoadPlan plan = LoadPlan.of(List.of(
                            target(Dialect.OPENAI_CHAT, server.uri(), "chat"),
                            target(Dialect.OLLAMA_CHAT, server.uri(), "ollama")))
                    .warmUp(Duration.ZERO)
                    .arrival(ClosedUsers.of(2))
                    .measured(Measured.requests(200))
                    .build();

            LoadResult result = new LoadRunner(plan, SendSource.of(server.sendLog())).run();

            JsonNode document = ResultWriter.document(
                    ResultEnvelope.of(ResultSchema.LOAD, List.of("load"), 1, Instant.EPOCH, 1, result.verdict()),
                    result.document());
            JsonNode ttft = document.at("/metrics/ttft");
            assertEquals(200, ttft.get("count").asInt());
            assertTrue(ttft.get("p50Micros").isNumber(), ttft.toString());
            assertTrue(ttft.get("p999Micros").isNull(), "200 samples say nothing about 99.9 %");
            assertTrue(ttft.get("maxMicros").isNumber());
            assertTrue(document.at("/accuracy/stampErrorMicros/min").asDouble() > 0);
            assertTrue(document.at("/accuracy/stampErrorMicros/p99").isNumber());
            assertTrue(document.at("/clientCpuMicrosPerEvent").asDouble() > 0);
            assertTrue(document.get("errors").isEmpty());
            assertTrue(document.at("/rates/outputTokensPerSecond").asDouble() > 0);
            assertEquals(2, document.get("groups").size());
            assertEquals(
                    200,
                    document.at("/groups/0/streams").asInt()
                            + document.at("/groups/1/streams").asInt());
            assertEquals(
                    100,
                    document.at("/histograms/ttft")
                            .get(document.at("/histograms/ttft").size() - 1)
                            .get(0)
                            .asInt());
            double sent = 0;
            for (JsonNode second : document.at("/series/requestsSent")) {
                sent += second.asDouble();
            }
            assertEquals(200, sent);
        }
    }

    @Test
    void refusalsAreCountedByTheirStatusAndAreAFinding() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.unlimited())) {
            LoadPlan plan = LoadPlan.of(List.of(target(Dialect.OPENAI_CHAT, server.uri(), "nobody")))
                    .warmUp(Duration.ZERO)
                    .measured(Measured.requests(3))
                    .build();

            LoadResult result = new LoadRunner(plan).run();

            assertEquals(3, result.latencies().failed());
            assertEquals(0, result.latencies().of(Metric.TTFT).count());
            assertEquals(RunVerdict.FINDING, result.verdict());
            assertTrue(
                    result.document().toString().contains("http404=3"),
                    result.document().toString());
        }
    }

    @Test
    void aServerThatIsDownIsNoFindingButNoRun() throws Exception {
        URI gone;
        try (ReplayServer server = server(ReplaySchedule.unlimited())) {
            gone = server.uri();
        }
        LoadPlan plan = LoadPlan.of(List.of(target(Dialect.OPENAI_CHAT, gone, "chat")))
                .warmUp(Duration.ZERO)
                .measured(Measured.requests(2))
                .build();

        assertEquals(RunVerdict.COULD_NOT_RUN, new LoadRunner(plan).run().verdict());
    }

    @Test
    void streamsThatRunAtTheEndAreCutAndCountWithTheirBeginning() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.eventsPerSecond(10))) {
            LoadPlan plan = plan(server)
                    .arrival(ClosedUsers.of(5))
                    .measured(Measured.during(Duration.ofMillis(400)))
                    .drain(Duration.ofMillis(10))
                    .build();

            LoadResult result = new LoadRunner(plan).run();

            assertEquals(5, result.latencies().cut());
            assertEquals(5, result.latencies().of(Metric.TTFB).count());
            assertEquals(0, result.latencies().of(Metric.E2E).count());
        }
    }

    @Test
    void anObjectiveThatIsMissedIsAFinding() throws Exception {
        try (ReplayServer server = server(ReplaySchedule.unlimited())) {
            LoadPlan plan = plan(server)
                    .measured(Measured.requests(5))
                    .slo(Slo.of(Duration.ofNanos(1), Duration.ofSeconds(1)), 0.5)
                    .build();

            LoadResult result = new LoadRunner(plan).run();

            assertTrue(result.reasons().stream().anyMatch(reason -> reason.contains("objective")));
            assertFalse(result.verdict() == RunVerdict.PASS);
        }
    }
}
