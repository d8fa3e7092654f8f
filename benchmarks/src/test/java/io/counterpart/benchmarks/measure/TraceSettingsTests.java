package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.counterpart.benchmarks.tool.SpanSink;
import io.counterpart.stack.StackOptions;

import static org.assertj.core.api.Assertions.assertThat;

class TraceSettingsTests {

    private static final List<String> SERVICES = List.of("hq", "harbor");
    private static final StackOptions USUAL = StackOptions.onFreePorts(Path.of("target"));

    @Test
    void leavesTheServicesAloneUnlessAsked() {
        try (var traces = new TraceSettings(null)) {
            assertThat(traces.applyTo(USUAL, SERVICES)).isEqualTo(USUAL);
        }
    }

    @Test
    void recordsNothingAndExportsNothing() {
        try (var traces = new TraceSettings(0.0)) {
            assertThat(traces.applyTo(USUAL, SERVICES).tuning().toString())
                    .contains("hq=", "harbor=", "management.tracing.sampling.probability=0.0")
                    .doesNotContain("otlp");
        }
    }

    @Test
    void sendsTheTracesOfBothServicesToTheHarness() {
        try (var traces = new TraceSettings(1.0)) {
            assertThat(traces.applyTo(USUAL, SERVICES).tuning().toString())
                    .containsSubsequence("endpoint=http://127.0.0.1:", "endpoint=http://127.0.0.1:")
                    .contains("hq=", "harbor=", "management.tracing.sampling.probability=1.0");
        }
    }

    @Test
    void acceptsSpansAndDropsThem() throws IOException, InterruptedException {
        try (var sink = new SpanSink()) {
            URI address = sink.address();
            var request = HttpRequest.newBuilder(address)
                    .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                    .build();

            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(sink.exports()).isEqualTo(1);
        }
    }
}
