package io.counterpart.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.stack.process.JavaCommand;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

/**
 * Runs HQ, a channel service or the identity provider from the classes of this build.
 *
 * @param module the directory of its module
 * @param settings environment variables
 * @param readiness the address that responds with 200 when the service is ready
 */
record ServiceProgram(
        String name,
        Path module,
        String mainClass,
        Map<String, String> settings,
        List<StackPort> ports,
        URI readiness,
        ServiceTuning tuning,
        Path classPathFile)
        implements Program {

    // The heap is small because five JVMs and a database share a laptop. It starts even smaller, or the JVM would
    // commit a sixty-fourth of the machine's memory immediately. Classes alone reach the default of MetaspaceSize four
    // times while a service starts, each time with a full collection. A batch must fit into the survivor spaces, or it
    // is promoted to the old generation.
    private static final List<String> JVM =
            List.of("-Xms96m", "-Xmx256m", "-XX:SurvivorRatio=3", "-XX:MetaspaceSize=192m", "-XX:+UseSerialGC");
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    @Override
    public String title() {
        if (name.equals("identity")) {
            return "Identity provider";
        }
        return name.startsWith("hq") ? name.replace("hq", "HQ") : "Channel service " + name;
    }

    @Override
    public List<String> command(List<String> jvmArguments) throws IOException {
        return JavaCommand.of(module, mainClass)
                .jvm(Stream.of(JVM, tuning.arguments(), jvmArguments)
                        .flatMap(List::stream)
                        .toList())
                .command(classPathFile);
    }

    @Override
    public void environment(Map<String, String> environment) {
        environment.putAll(settings);
        // By default, glibc retains memory for every thread that ever allocated some, and a growing share of what the
        // JIT compilers freed.
        environment.putIfAbsent("MALLOC_ARENA_MAX", "2");
        environment.putIfAbsent("MALLOC_TRIM_THRESHOLD_", "131072");
    }

    @Override
    public boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(readiness).timeout(LIMIT).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
