package io.counterpart.endtoend.compose;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Starts what the image contains by the image's own entry point, with the memory of a container of 512 MiB and one
 * processor, without Kafka, as a user without a name or any right.
 */
class ImageStartIT {

    private static final Path READY =
            Path.of("../docker/ready.sh").toAbsolutePath().normalize();
    private static final int USER = 10001;
    private static final long LIMIT_KILOBYTES = 512 * 1024;
    // The JVM sizes itself as in a container of this size.
    private static final String[] CONTAINER = {"-XX:MaxRAM=512m", "-XX:ActiveProcessorCount=1"};

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"hq-service", "channel-service"})
    void isReadyWithinItsMemoryAndStopsWhenAsked(String module) throws Exception {
        Assumptions.assumeTrue(ServiceImage.javaOfTheImage().isPresent(), "There is no JDK 25 in /usr/lib/jvm");
        Path output = directory.resolve("output.txt");
        ServiceImage image =
                ServiceImage.of(module, directory, ServiceImage.javaOfTheImage().orElseThrow());

        String port = freePort();
        Process service = start(image, environment(module, port), output);
        try {
            await(module)
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        assertThat(service.isAlive())
                                .as(Files.readString(output))
                                .isTrue();
                        return isReady(port);
                    });

            assertThat(status(service, "VmHWM")).isLessThan(LIMIT_KILOBYTES);
            assertThat(Files.readString(output)).doesNotContain("[aot]", "[warning]", "[error]");
            if (isRoot()) {
                assertThat(status(service, "Uid")).isEqualTo(USER);
                assertThat(status(service, "NoNewPrivs")).isOne();
            }
        } finally {
            service.destroy();
            boolean ended = service.waitFor(30, TimeUnit.SECONDS);
            service.destroyForcibly();
            assertThat(ended).as("stopped within the grace period").isTrue();
        }
        // 128 and SIGTERM: it was not killed.
        assertThat(service.exitValue()).isEqualTo(143);
    }

    private static Process start(ServiceImage image, Map<String, String> environment, Path output) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
            command.addAll(List.of("--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"));
        }
        command.addAll(image.entryPoint(CONTAINER));
        var builder = new ProcessBuilder(command)
                .directory(image.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Map<String, String> environment(String module, String managementPort) throws IOException {
        TestDatabase database = TestDatabase.fresh("image");
        Map<String, String> environment = ServiceImage.environment();
        environment.put("SERVER_PORT", freePort());
        environment.put("MANAGEMENT_SERVER_PORT", managementPort);
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", TestDatabase.RUNTIME);
        environment.put("SPRING_DATASOURCE_PASSWORD", TestDatabase.ROLE_PASSWORD);
        environment.put("SPRING_FLYWAY_USER", TestDatabase.OWNER);
        environment.put("SPRING_FLYWAY_PASSWORD", TestDatabase.ROLE_PASSWORD);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        if (module.equals("channel-service")) {
            environment.put("COUNTERPART_CHANNEL_DATABASE", "harbor");
        }
        return environment;
    }

    private static boolean isReady(String port) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", READY.toString()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MANAGEMENT_SERVER_PORT", port);
        Process check = builder.start();
        boolean ended = check.waitFor(5, TimeUnit.SECONDS);
        check.destroyForcibly();
        return ended && check.exitValue() == 0;
    }

    /** The first number of a line of {@code /proc/…/status}. */
    private static long status(Process process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.split("\\s+", -1)[1])
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
