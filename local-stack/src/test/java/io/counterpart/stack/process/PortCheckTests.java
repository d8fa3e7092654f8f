package io.counterpart.stack.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class PortCheckTests {

    @Test
    void givesNoPortTwice() {
        assertThat(Stream.generate(PortLayout::freePort).limit(500)).doesNotHaveDuplicates();
    }

    @Test
    void worksWithoutSubscribers() {
        assertThatCode(() -> PortCheck.requireFree(PortLayout.free(), List.of(StackPort.values())))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhichPortIsTakenAndWhichOptionMovesIt() throws IOException {
        try (var listener = new ServerSocket(0)) {
            PortLayout ports = PortLayout.free().with(StackPort.HQ_MANAGEMENT, listener.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(StackPort.HQ, StackPort.HQ_MANAGEMENT)))
                    .isInstanceOf(StackException.class)
                    .hasMessageStartingWith(
                            "Port %d for the actuator of HQ is used by ".formatted(listener.getLocalPort()))
                    .hasMessageEndingWith(". Stop it, or choose another port with --hq.management.port=<port>.")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void saysOnceHowToGetOutOfTheWayOfAnotherStack() throws IOException {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            PortLayout ports =
                    PortLayout.free().with(StackPort.HQ, one.getLocalPort()).with(StackPort.KAFKA, two.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(StackPort.values())))
                    .hasMessageContaining("--hq.port=<port>.")
                    .hasMessageEndingWith(" Other ports in use: 1. --ports=free selects free ports for all.");
        }
    }

    @Test
    void namesTheProcessThatListensWhereTheSystemTells() throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        try (var listener = new ServerSocket(0)) {
            PortLayout ports = PortLayout.free().with(StackPort.KAFKA, listener.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(StackPort.KAFKA)))
                    .hasMessageContaining(
                            "process %d (".formatted(ProcessHandle.current().pid()));
        }
    }
}
