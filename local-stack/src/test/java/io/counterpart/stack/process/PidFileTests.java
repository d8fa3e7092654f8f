package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PidFileTests {

    @TempDir
    Path directory;

    private Path path;
    private Process other;

    @BeforeEach
    void startAnotherProcess() throws IOException {
        path = directory.resolve("stack.pid");
        other = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endTheOtherProcess() {
        other.destroyForcibly();
    }

    @Test
    void refusesWhileAnotherStackRunsOnTheSameData() throws IOException {
        Files.writeString(path, RecordedProcess.of("launcher", other.toHandle()).line());

        assertThatThrownBy(() -> PidFile.claim(path))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith(
                        "Another stack (process %d) is already running on %s".formatted(other.pid(), directory));
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void endsWhatALauncherThatWasKilledLeftBehind() throws IOException {
        Files.writeString(
                path,
                "launcher 999999999 0\n"
                        + RecordedProcess.of("hq", other.toHandle()).line());

        PidFile.claim(path);

        assertThat(other.isAlive()).isFalse();
        assertThat(path)
                .content()
                .startsWith("launcher %d ".formatted(ProcessHandle.current().pid()));
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSamePid() throws IOException {
        Files.writeString(path, "launcher 999999999 0\nhq %d 1000\n".formatted(other.pid()));

        PidFile.claim(path);

        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void remembersWhoRunsUntilTheyEnd() throws IOException {
        PidFile file = PidFile.claim(path);

        file.put("hq", other.toHandle());
        assertThat(path).content().contains("hq %d ".formatted(other.pid()));
        file.remove("hq");
        assertThat(path).content().doesNotContain("hq");
        file.release();
        assertThat(path).doesNotExist();
    }
}
