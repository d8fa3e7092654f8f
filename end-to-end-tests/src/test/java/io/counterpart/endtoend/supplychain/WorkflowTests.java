package io.counterpart.endtoend.supplychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The workflows of GitHub use actions by digest and have few rights. */
class WorkflowTests {

    private static final Path DIRECTORY = Path.of("../.github/workflows");
    private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");
    private static final Pattern PINNED = Pattern.compile("[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40}");

    @Test
    void everyActionIsNamedByDigestWithItsVersionBeside() throws IOException {
        var uses = new ArrayList<String>();
        for (Path workflow : workflows()) {
            USES.matcher(Files.readString(workflow)).results().forEach(match -> {
                uses.add(match.group(1));
                assertThat(match.group(2)).as(match.group()).matches(" # v\\d+\\.\\d+\\.\\d+");
            });
        }

        assertThat(uses)
                .hasSizeGreaterThan(8)
                .allMatch(action -> PINNED.matcher(action).matches());
    }

    @Test
    void anActionHasTheSameDigestEverywhere() throws IOException {
        var digests = new HashMap<String, String>();
        for (Path workflow : workflows()) {
            USES.matcher(Files.readString(workflow)).results().forEach(match -> {
                String[] parts = match.group(1).split("@", 2);
                assertThat(digests.merge(parts[0], parts[1], (first, second) -> first))
                        .isEqualTo(parts[1]);
            });
        }
    }

    @Test
    void aWorkflowMayOnlyReadUnlessAJobSaysOtherwise() throws IOException {
        assertThat(workflows()).hasSizeGreaterThan(3).allSatisfy(workflow -> {
            Map<String, Object> content = new Yaml().load(Files.readString(workflow));
            assertThat(content.get("permissions")).as(workflow.toString()).isEqualTo(Map.of("contents", "read"));
        });
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }
}
