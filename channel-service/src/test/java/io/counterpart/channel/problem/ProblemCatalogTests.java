package io.counterpart.channel.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.counterpart.support.problem.ProblemCatalog;
import io.counterpart.support.problem.ProblemType;
import io.counterpart.support.problem.StandardProblem;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemCatalogTests {

    private static final Path TESTS = Path.of("src/test/java");

    /** A type that no request test expects may be unreachable. */
    @ParameterizedTest
    @MethodSource("types")
    void aTestExpectsEveryType(ProblemType type) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith("IT.java")).map(ProblemCatalogTests::read))
                    .anyMatch(text -> text.contains(type.path() + "\"")
                            || text.contains(type.path() + "\\\"")
                            || text.contains("\"" + type.slug() + "\"")
                            || text.contains("| " + type.slug() + "\""));
        }
    }

    static Stream<ProblemType> types() {
        // No test can provoke an unexpected error.
        return new ProblemCatalog(ChannelProblem.values())
                .types().stream().filter(type -> type != StandardProblem.INTERNAL_ERROR);
    }

    @Test
    void namesAreThoseOfTheApi() {
        assertThat(ChannelProblem.CUSTOMER_PENDING_SYNC.path()).isEqualTo("/problems/customer-pending-sync");
        assertThat(new ProblemCatalog(ChannelProblem.values()).named("customer-pending-sync"))
                .contains(ChannelProblem.CUSTOMER_PENDING_SYNC);
        assertThat(new ProblemCatalog(ChannelProblem.values()).named("nonsense"))
                .isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
