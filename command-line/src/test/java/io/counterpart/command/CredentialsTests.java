package io.counterpart.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialsTests {

    @TempDir
    Path directory;

    @Test
    void withoutATokenTheMessageSaysWhereToPutOne() {
        assertThatThrownBy(() -> Credentials.token(null, Map.of()))
                .isInstanceOfSatisfying(
                        CommandFailedException.class,
                        failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED))
                .hasMessageContaining("COUNTERPART_TOKEN_FILE")
                .hasMessageContaining("HQ_API");
    }

    @Test
    void aFileThatIsMissingIsNotReplacedByAnotherToken() {
        assertThatThrownBy(() -> Credentials.token(directory.resolve("none"), Map.of(Credentials.TOKEN, "other")))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theFileOfTheOptionCountsBeforeThatOfTheEnvironmentAndThatBeforeTheVariable() throws Exception {
        Path option = Files.writeString(directory.resolve("option"), "from-option\n");
        Path named = Files.writeString(directory.resolve("named"), "from-named\n");
        var environment = Map.of(Credentials.TOKEN, "from-variable", Credentials.TOKEN_FILE, named.toString());

        assertThat(Credentials.token(option, environment)).isEqualTo("from-option");
        assertThat(Credentials.token(null, environment)).isEqualTo("from-named");
        assertThat(Credentials.token(null, Map.of(Credentials.TOKEN, "from-variable")))
                .isEqualTo("from-variable");
    }
}
