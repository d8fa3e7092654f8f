package io.counterpart.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManagedProcessTests {

    @TempDir
    Path directory;

    private final CompletableFuture<ManagedProcess> death = new CompletableFuture<>();
    private ManagedProcess process;
    private Path readyFile;
    private PidFile pids;

    @BeforeEach
    void prepare() {
        readyFile = directory.resolve("ready");
        pids = PidFile.claim(directory.resolve("stack.pid"));
        process = managed("exit 0");
    }

    @AfterEach
    void end() {
        process.close();
    }

    @Test
    void isReadyWhenTheProgramSaysSoAndEndsWithAllThatItStarted() throws Exception {
        process = managed("sleep 60 & touch " + readyFile + "; wait");
        process.start();

        var handle = ProcessHandle.of(process.pid().getAsLong()).orElseThrow();
        var child = handle.children().findFirst().orElseThrow();
        assertThat(process.state()).isEqualTo(ProcessState.RUNNING);

        process.kill();

        assertThat(process.state()).isEqualTo(ProcessState.STOPPED);
        assertThat(process.pid()).isEmpty();
        assertThat(handle.isAlive()).isFalse();
        child.onExit().get(5, TimeUnit.SECONDS);
    }

    @Test
    void showsTheLastLinesOfAProgramThatEndsWhileStarting() {
        process = managed("echo no disk left; exit 3");

        assertThatThrownBy(process::start)
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("The test program exited during startup (status 3).")
                .hasMessageContaining(process.logFile().toString())
                .hasMessageContaining("no disk left");
        assertThat(process.state()).isEqualTo(ProcessState.STOPPED);
    }

    @Test
    void reportsAnUnexpectedExit() throws Exception {
        process = managed("touch " + readyFile + "; sleep 60");
        process.start();

        ProcessHandle.of(process.pid().getAsLong()).orElseThrow().destroyForcibly();

        assertThat(death.get(10, TimeUnit.SECONDS)).isSameAs(process);
        assertThat(process.state()).isEqualTo(ProcessState.DIED);
        process.start();
        assertThat(process.state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void doesNotReportARequestedStop() {
        process = managed("touch " + readyFile + "; sleep 60");
        process.start();
        process.stop();

        // A report would come from another thread.
        assertThat(death).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
    }

    private ManagedProcess managed(String script) {
        return new ManagedProcess(new Script(script, readyFile), PortLayout.usual(), pids, directory, death::complete);
    }

    private record Script(String script, Path readyFile) implements Program {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public String title() {
            return "The test program";
        }

        @Override
        public List<StackPort> ports() {
            return List.of();
        }

        @Override
        public List<String> command(List<String> jvmArguments) {
            return List.of("/bin/sh", "-c", script);
        }

        @Override
        public boolean isReady() {
            return Files.exists(readyFile);
        }
    }
}
