package io.counterpart.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.stack.options.Arguments;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.StackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandLineParserTests {

    @Test
    void startsBothChannelsOnTheDefaultPortsAndKeepsRunning() {
        CommandLine command = parse();

        assertThat(command.tour()).isTrue();
        assertThat(command.exitAfterTour()).isFalse();
        assertThat(command.stack().fresh()).isFalse();
        assertThat(command.stack().channelDatabases()).containsExactly("harbor", "online");
        assertThat(command.stack().data()).isAbsolute().endsWithRaw(Path.of(".local-stack"));
        assertThat(Arrays.stream(StackPort.values()).map(command.stack().ports()::of))
                .containsExactly(
                        8080, 8081, 8082, 9080, 9081, 9082, 15432, 19092, 19093, 9099, 8090, 8091, 8092, 9090, 9091,
                        9092);
    }

    @Test
    void startsSecondInstancesOfTheServicesThatAreNamed() {
        assertThat(parse("--twice=hq,harbor").stack().layout().seconds()).containsExactly("hq-2", "harbor-2");
        assertThatThrownBy(() -> parse("--twice=kafka")).isInstanceOf(StackException.class);
    }

    @Test
    void readsEveryOption() {
        CommandLine command = parse(
                "--fresh",
                "--tour.exit=true",
                "--data=/tmp/elsewhere",
                "--hq.port=8180",
                "--online.management.port=9182",
                "--hq.jvm=-Xmx1g -Dx=y");

        assertThat(command.exitAfterTour()).isTrue();
        assertThat(command.stack().fresh()).isTrue();
        assertThat(command.stack().data()).hasToString("/tmp/elsewhere");
        assertThat(command.stack().ports().of(StackPort.HQ)).isEqualTo(8180);
        assertThat(command.stack().ports().of(StackPort.ONLINE_MANAGEMENT)).isEqualTo(9182);
        assertThat(command.stack().tuningOf("hq").arguments()).containsExactly("-Xmx1g", "-Dx=y");
        assertThat(command.stack().tuningOf("harbor").arguments()).isEmpty();
    }

    @Test
    void takesDifferentPortsForEverythingWhenAskedForFreeOnes() {
        CommandLine command = parse("--ports=free", "--hq.port=8080");

        assertThat(Arrays.stream(StackPort.values()).map(command.stack().ports()::of))
                .doesNotHaveDuplicates();
        assertThat(command.stack().ports().of(StackPort.HQ)).isEqualTo(8080);
        assertThat(command.stack().ports().of(StackPort.KAFKA)).isNotEqualTo(19092);
    }

    @Test
    void namesTheOptionsThereAreWhenItDoesNotKnowOne() {
        assertThatThrownBy(() -> parse("--hq-port=1"))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("Unknown option --hq-port. Options: ")
                .hasMessageContainingAll("--fresh", "--tour.exit", "--hq.port", "--kafka.port", "--control.port");
    }

    @ParameterizedTest
    @CsvSource({
        "--hq.port=http, Invalid value --hq.port=http. Use a port from 1 to 65535.",
        "--hq.port=70000, Invalid value --hq.port=70000. Use a port from 1 to 65535.",
        "--hq.port, Invalid value --hq.port=true. Use a port from 1 to 65535.",
        "--fresh=yes, Invalid value --fresh=yes. Use true or false.",
        "--ports=any, Unknown value --ports=any. The only value is --ports=free."
    })
    void refusesValuesThatMakeNoSense(String argument, String sentence) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(StackException.class)
                .hasMessage(sentence);
    }

    @Test
    void explainsEveryOption() {
        assertThat(Arguments.askForHelp(List.of("--help"))).isTrue();
        assertThat(HelpText.names())
                .allSatisfy(name -> assertThat(HelpText.text()).contains("--" + name));
    }

    private static CommandLine parse(String... arguments) {
        return CommandLineParser.parse(List.of(arguments));
    }
}
