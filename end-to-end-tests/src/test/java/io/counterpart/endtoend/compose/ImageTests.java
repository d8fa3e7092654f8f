package io.counterpart.endtoend.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.stack.process.JavaCommand;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks what the image build does with a service, without a Docker engine. */
class ImageTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TRAINING = Pattern.compile("RUN java -XX:AOTCacheOutput=.*?-jar", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("-D\\S+");

    @TempDir
    Path directory;

    // Nothing listens on these ports: a component that accesses a database during its creation fails here.
    @ParameterizedTest
    @CsvSource({
        "hq-service, io.counterpart.hq.HqServiceApplication",
        "channel-service, io.counterpart.channel.ChannelServiceApplication"
    })
    void aServiceIsMadeWithoutDatabaseAndKafka(String module, String mainClass) throws Exception {
        List<String> command = JavaCommand.of(ROOT.resolve(module), mainClass)
                .jvm(trainingProperties())
                .command(directory.resolve("class-path.txt"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("output.txt").toFile());
        builder.environment().put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/nowhere");
        builder.environment().put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");

        Process start = builder.start();
        boolean ended = start.waitFor(2, TimeUnit.MINUTES);
        start.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(start.exitValue())
                .as(Files.readString(directory.resolve("output.txt")))
                .isZero();
    }

    private static List<String> trainingProperties() throws IOException {
        Matcher training = TRAINING.matcher(Files.readString(ROOT.resolve("Dockerfile")));
        assertThat(training.find()).isTrue();
        List<String> properties = PROPERTY.matcher(training.group())
                .results()
                .map(it -> it.group())
                .toList();
        assertThat(properties).contains("-Dspring.context.exit=onRefresh");
        return properties;
    }
}
