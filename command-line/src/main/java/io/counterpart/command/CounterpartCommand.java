package io.counterpart.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code counterpart}. */
@Command(
        name = "counterpart",
        mixinStandardHelpOptions = true,
        versionProvider = CounterpartCommand.Version.class,
        description = "Looks after the synchronization of customers, over the API of HQ.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done",
            "1:Done, and something needs attention: see the output",
            "2:The command line is not valid",
            "3:A service does not answer",
            "4:No token, or it may not do this",
            "5:HQ refused the request"
        },
        footer = "%nThe token is read from the file that --token-file or COUNTERPART_TOKEN_FILE names, or from "
                + "COUNTERPART_TOKEN.",
        subcommands = {
            CheckCommand.class,
            CheckUpgradeCommand.class,
            JobsCommand.class,
            OperationsCommand.class,
            StuckCommand.class,
            ReconciliationCommand.class,
            UploadAgainCommand.class,
            ResendCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            SessionsCommand.class,
            TillsCommand.class,
            TokensCommand.class,
            HelpCommand.class
        })
final class CounterpartCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private CounterpartCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new CounterpartCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof CommandFailedException failed) {
                command.getErr().println(failed.getMessage());
                command.getErr().flush();
                return failed.exitCode();
            }
            throw failure;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command");
    }

    /** Reads the version from the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ofJar();
            return new String[] {"counterpart " + (version == null ? "(not from a jar)" : version)};
        }

        static @Nullable String ofJar() {
            return CounterpartCommand.class.getPackage().getImplementationVersion();
        }
    }
}
