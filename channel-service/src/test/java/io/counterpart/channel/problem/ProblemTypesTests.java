package io.counterpart.channel.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTypesTests {

    private static final Path TESTS = Path.of("src/test/java");

    /** A type that no test of a request expects may be one that cannot be reached. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR") // Nobody should know how to reach it.
    void aTestExpectsEveryType(ProblemType type) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith("IT.java")).map(ProblemTypesTests::read))
                    .anyMatch(text -> text.contains(type.path() + "\"")
                            || text.contains(type.path() + "\\\"")
                            || text.contains("\"" + type.slug() + "\"")
                            || text.contains("| " + type.slug() + "\""));
        }
    }

    @Test
    void namesAreThoseOfTheApi() {
        assertThat(ProblemType.CUSTOMER_PENDING_SYNC.path()).isEqualTo("/problems/customer-pending-sync");
        assertThat(ProblemType.named("customer-pending-sync")).contains(ProblemType.CUSTOMER_PENDING_SYNC);
        assertThat(ProblemType.named("nonsense")).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
