package io.counterpart.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSpansTests {

    private static final String ANN = "0af7651916cd43dd8448eb211c80319c";
    private static final String BEN = "1bf7651916cd43dd8448eb211c80319d";
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant END = START.plusMillis(20);

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final BatchSpans spans = new BatchSpans(
            OpenTelemetrySdk.builder()
                    .setTracerProvider(SdkTracerProvider.builder()
                            .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
                            .addSpanProcessor(SimpleSpanProcessor.create(exported))
                            .build())
                    .build(),
            Clock.systemUTC());

    @Test
    void everySampledMemberHasASpanInItsTraceAndTheBatchLinksThem() {
        record(traceparent(ANN, "01"), traceparent(BEN, "01"));

        List<SpanData> recorded = exported.getFinishedSpanItems();
        assertThat(recorded).extracting(SpanData::getTraceId).containsExactlyInAnyOrder(ANN, BEN);
        assertThat(recorded).extracting(SpanData::getParentSpanId).containsOnly("b7ad6b7169203331");
        assertThat(linksOf(recorded, ANN)).containsExactly(BEN);
        assertThat(linksOf(recorded, BEN)).containsExactly(ANN);
        assertThat(recorded)
                .allSatisfy(it -> assertThat(it.getEndEpochNanos() - it.getStartEpochNanos())
                        .isEqualTo(20_000_000));
    }

    @Test
    void membersThatAreNotSampledHaveNone() {
        record(traceparent(ANN, "00"), null);

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aMalformedContextIsNoContext() {
        record(
                "",
                "01",
                "00-trace",
                traceparent("0".repeat(32), "01"),
                traceparent("z".repeat(32), "01"),
                "x".repeat(55));

        assertThat(exported.getFinishedSpanItems()).isEmpty();
    }

    private void record(@Nullable String... traceparents) {
        spans.record("batch", SpanKind.CONSUMER, START, END, Stream.of(traceparents));
    }

    private static List<String> linksOf(List<SpanData> spans, String trace) {
        return spans.stream()
                .filter(it -> it.getTraceId().equals(trace))
                .flatMap(it -> it.getLinks().stream())
                .map(LinkData::getSpanContext)
                .map(it -> it.getTraceId())
                .toList();
    }

    private static String traceparent(String trace, String flags) {
        return "00-" + trace + "-b7ad6b7169203331-" + flags;
    }
}
