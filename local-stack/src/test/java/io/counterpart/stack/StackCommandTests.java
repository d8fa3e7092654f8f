package io.counterpart.stack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import io.counterpart.stack.process.StackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackCommandTests {

    @Test
    void startsBothChannelsOnTheDefaultPortsAndKeepsRunning() {
        StackOptions stack = parse();

        assertThat(stack.fresh()).isFalse();
        assertThat(stack.channelDatabases()).containsExactly("harbor", "online");
        assertThat(stack.data()).isAbsolute().endsWithRaw(Path.of(".local-stack"));
        assertThat(Arrays.stream(StackPort.values()).map(stack.ports()::of))
                .containsExactly(
                        8080, 8081, 8082, 8083, 9080, 9081, 9082, 15432, 19092, 19093, 9099, 8090, 8091, 8092, 9090,
                        9091, 9092);
    }

    @Test
    void startsSecondInstancesOfTheServicesThatAreNamed() {
        assertThat(parse("--twice=hq,harbor").layout().seconds()).containsExactly("hq-2", "harbor-2");
        assertThatThrownBy(() -> parse("--twice=kafka")).isInstanceOf(ParameterException.class);
    }

    @Test
    void readsEveryOption() {
        StackOptions stack = parse(
                "--fresh",
                "--tour.exit=true",
                "--data=/tmp/elsewhere",
                "--hq.port=8180",
                "--online.management.port=9182",
                "--hq.jvm=-Xmx1g -Dx=y");

        assertThat(stack.fresh()).isTrue();
        assertThat(stack.data()).hasToString("/tmp/elsewhere");
        assertThat(stack.ports().of(StackPort.HQ)).isEqualTo(8180);
        assertThat(stack.ports().of(StackPort.ONLINE_MANAGEMENT)).isEqualTo(9182);
        assertThat(stack.tuningOf("hq").arguments()).containsExactly("-Xmx1g", "-Dx=y");
        assertThat(stack.tuningOf("harbor").arguments()).isEmpty();
    }

    @Test
    void takesDifferentPortsForEverythingWhenAskedForFreeOnes() {
        StackOptions stack = parse("--ports=free", "--hq.port=8080");

        assertThat(Arrays.stream(StackPort.values()).map(stack.ports()::of)).doesNotHaveDuplicates();
        assertThat(stack.ports().of(StackPort.HQ)).isEqualTo(8080);
        assertThat(stack.ports().of(StackPort.KAFKA)).isNotEqualTo(19092);
    }

    @Test
    void suggestsAnOptionWhenItDoesNotKnowOne() {
        assertThat(execute("--hq-port=1"))
                .startsWith("Unknown option: '--hq-port=1'")
                .contains("--hq.port", "--help shows all options.");
    }

    @Test
    void refusesToExitAfterATourThatIsSkipped() {
        assertThat(execute("--tour.exit", "--tour=false"))
                .startsWith("--tour.exit=true requires the tour. Remove --tour=false.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hq.port=http | Invalid value for option '--hq.port': 'http' is not a number from 1 to 65535",
                "--hq.port=70000 | Invalid value for option '--hq.port': '70000' is not a number from 1 to 65535",
                "--hq.port | Missing required parameter for option '--hq.port' (<port>)",
                "--fresh=yes | Invalid value for option '--fresh': 'yes' is not a boolean",
                "--ports=any | Unknown value --ports=any. The only value is --ports=free."
            },
            quoteCharacter = '"')
    void refusesInvalidValues(String argument, String message) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    @Test
    void explainsEveryOption() {
        String help = StackCommand.commandLine().getUsageMessage();

        assertThat(help).contains("--fresh", "--tour.exit", "--data", "--twice", "--hq.jvm");
        assertThat(StackPort.values()).allSatisfy(port -> assertThat(help).contains("--" + port.option()));
    }

    private static StackOptions parse(String... arguments) {
        CommandLine line = StackCommand.commandLine();
        line.parseArgs(arguments);
        return ((StackCommand) line.getCommand()).options();
    }

    private static String execute(String... arguments) {
        var err = new StringWriter();
        int status =
                StackCommand.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(status).isEqualTo(1);
        return err.toString();
    }
}
