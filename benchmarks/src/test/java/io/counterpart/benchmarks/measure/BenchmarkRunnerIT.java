package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies that the harness works; its metrics are irrelevant here. */
class BenchmarkRunnerIT {

    @Test
    void measuresABacklogAndTheCpuTimeItTook(@TempDir Path out) throws IOException, InterruptedException {
        var options = new BenchmarkOptions(List.of("P3"), true, 200, 1, false, null, out);

        assertThat(BenchmarkRunner.run(options)).isTrue();

        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(out.resolve("benchmarks.json")));
        assertThat(json.at("/figures").findValuesAsString("measure")).contains("P3", "P8");
        assertThat(json.at("/figures/0/median").asDouble()).isPositive();
        assertThat(out.resolve("benchmarks.svg")).content().startsWith("<svg").contains("P3");
    }
}
