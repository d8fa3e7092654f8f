package io.counterpart.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class CounterpartCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItSaysHowToUseIt() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Say which command", "Usage: counterpart");
        assertThat(run("jobs")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("release");
    }

    @Test
    void aTokenIsNoArgument() {
        assertThat(run("jobs", "list", "--token", "secret")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : commands(CounterpartCommand.commandLine(), "")) {
            String[] words = (command + " --help").split(" ");

            assertThat(run(words)).as(command).isZero();
            assertThat(out.toString()).contains("Usage: counterpart " + command);
        }
    }

    @Test
    void theHelpListsTheExitCodes() {
        run("--help");

        assertThat(out.toString()).contains("Exit codes:", "3   A service does not answer", "COUNTERPART_TOKEN_FILE");
    }

    @Test
    void everyCommandIsInTheDocumentation() throws IOException {
        String documentation = Files.readString(Path.of("../docs/command-line.md"));

        assertThat(commands(CounterpartCommand.commandLine(), ""))
                .hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(documentation).contains("counterpart " + command));
    }

    private int run(String... arguments) {
        return CounterpartCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** Those that do something, with their groups. */
    private static List<String> commands(CommandLine line, String prefix) {
        var names = new ArrayList<String>();
        line.getSubcommands().forEach((name, command) -> {
            if (name.equals("help")) {
                return;
            }
            if (command.getSubcommands().isEmpty()) {
                names.add(prefix + name);
            } else {
                names.addAll(commands(command, prefix + name + " "));
            }
        });
        return names;
    }
}
