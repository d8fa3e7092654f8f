package io.counterpart.endtoend;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.endtoend.SpanReceiver.ReceivedSpan;

import static org.assertj.core.api.Assertions.assertThat;

/** One trace shows the way of a customer from the till to headquarters and back to the channels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceScenario extends RuleScenario {

    private static final Logger log = LoggerFactory.getLogger(TraceScenario.class);
    private static final List<String> SERVICES = List.of("hq", "harbor", "online");
    private static final String TILL = "b7ad6b7169203331";

    private final SpanReceiver receiver = receiver();

    @BeforeAll
    void exportSpans() {
        SERVICES.forEach(it -> {
            stack.kill(it);
            stack.start(
                    it,
                    "-Dmanagement.opentelemetry.tracing.export.otlp.endpoint=" + receiver.address(),
                    "-Dmanagement.opentelemetry.tracing.export.schedule-delay=200ms");
        });
    }

    @AfterAll
    void asUsual() {
        SERVICES.forEach(it -> {
            stack.kill(it);
            stack.start(it);
        });
        receiver.close();
    }

    @Test
    void anAsyncCreationIsOneTraceFromTheTillToTheChannels() throws IOException {
        String trace = trace();
        UUID id = create(trace, "01");
        accountNumberOf(stack.online(), id);

        eventually()
                .untilAsserted(() -> assertThat(receiver.trace(trace).stream()
                                .map(it -> it.service() + ": " + it.name())
                                .collect(Collectors.groupingBy(it -> it, Collectors.counting())))
                        .containsEntry("channel-service: http post /api/v1/customers", 1L)
                        .containsEntry("channel-service: p-job publish", 1L)
                        .containsEntry("hq-service: cdx.p-0001 process", 1L)
                        .containsEntry("hq-service: synchronize", 1L)
                        .hasEntrySatisfying(
                                "channel-service: cdx.1010 process",
                                times -> assertThat(times).isGreaterThanOrEqualTo(2)));
        List<ReceivedSpan> spans = receiver.trace(trace);
        ReceivedSpan request = spans.stream()
                .filter(it -> it.name().startsWith("http post"))
                .findFirst()
                .orElseThrow();
        assertThat(request.parent()).isEqualTo(TILL);
        assertThat(spans).anyMatch(it -> it.name().endsWith("1010 publish"));
        assertThat(spans)
                .filteredOn(it -> it.name().endsWith("process"))
                .allMatch(it -> it.parent().equals(request.id()));
        log.info("A trace:\n{}", table(spans));
    }

    @Test
    void aSyncCreationShowsTheCallOfHeadquarters() throws IOException {
        administration.profile("stores", false, true);
        String trace = trace();

        create(trace, "01");

        eventually()
                .untilAsserted(() -> assertThat(receiver.trace(trace))
                        .extracting(it -> it.service() + ": " + it.name())
                        .contains("channel-service: http post", "hq-service: http post /realtime/v1/operations"));
    }

    @Test
    void aTraceThatItsCallerDoesNotRecordIsNotRecorded() throws IOException {
        String trace = trace();
        String recorded = trace();

        accountNumberOf(stack.online(), create(trace, "00"));
        accountNumberOf(stack.online(), create(recorded, "01"));

        eventually().until(() -> receiver.trace(recorded).size() >= 6);
        assertThat(receiver.trace(trace)).isEmpty();
    }

    private UUID create(String trace, String flags) throws IOException {
        return id(stack.harbor()
                .http()
                .send(
                        "POST",
                        "/api/v1/customers",
                        newCustomer(),
                        Map.of("traceparent", "00-" + trace + "-" + TILL + "-" + flags))
                .expect(201));
    }

    private static String table(List<ReceivedSpan> spans) {
        long start = spans.stream().mapToLong(ReceivedSpan::startNanos).min().orElseThrow();
        return spans.stream()
                .sorted(Comparator.comparingLong(ReceivedSpan::startNanos))
                .map(it -> String.format(
                        Locale.ROOT,
                        "%8.1f ms %7.1f ms  %-16s %s",
                        (it.startNanos() - start) / 1e6,
                        (it.endNanos() - it.startNanos()) / 1e6,
                        it.service(),
                        it.name()))
                .collect(Collectors.joining("\n"));
    }

    private static String trace() {
        var random = ThreadLocalRandom.current();
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    private static SpanReceiver receiver() {
        try {
            return new SpanReceiver();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
