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
        assertThat(Stream.generate(Ports::freePort).limit(500)).doesNotHaveDuplicates();
    }

    @Test
    void isContentWhenNobodyListens() {
        assertThatCode(() -> PortCheck.requireFree(Ports.free(), List.of(Port.values())))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhichPortIsTakenAndWhichOptionMovesIt() throws IOException {
        try (var listener = new ServerSocket(0)) {
            Ports ports = Ports.free().with(Port.HQ_MANAGEMENT, listener.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(Port.HQ, Port.HQ_MANAGEMENT)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageStartingWith(
                            "Port %d, which the actuator of HQ needs, is taken by ".formatted(listener.getLocalPort()))
                    .hasMessageEndingWith(": end it, or choose another port with --hq.management.port=<port>.")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void saysOnceHowToGetOutOfTheWayOfAnotherStack() throws IOException {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            Ports ports = Ports.free().with(Port.HQ, one.getLocalPort()).with(Port.KAFKA, two.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(Port.values())))
                    .hasMessageContaining("--hq.port=<port>.")
                    .hasMessageEndingWith(" 1 more taken: --ports=free chooses free ones for everything.");
        }
    }

    @Test
    void namesTheProcessThatListensWhereTheSystemTells() throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        try (var listener = new ServerSocket(0)) {
            Ports ports = Ports.free().with(Port.KAFKA, listener.getLocalPort());

            assertThatThrownBy(() -> PortCheck.requireFree(ports, List.of(Port.KAFKA)))
                    .hasMessageContaining(
                            "process %d (".formatted(ProcessHandle.current().pid()));
        }
    }
}
