package io.counterpart.stack.options;

import java.io.IOException;
import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import io.counterpart.stack.process.StackException;

/** Command lines that answer a wrong option or a failed start with a sentence and exit status 1. */
public final class CommandLines {

    private static final int USAGE_WIDTH = 120;
    private static final int FAILED = 1;

    private CommandLines() {}

    /**
     * Creates the command line of an annotated object.
     *
     * @param command an object or a {@link CommandLine.Model.CommandSpec} of picocli
     */
    public static CommandLine of(Object command) {
        CommandSpec spec = command instanceof CommandSpec given ? given : CommandSpec.forAnnotatedObject(command);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        return new CommandLine(spec)
                .setUsageHelpWidth(USAGE_WIDTH)
                .setParameterExceptionHandler((e, arguments) -> wrongUsage(e))
                .setExecutionExceptionHandler((e, line, parsed) -> failure(e, line.getErr()));
    }

    private static int wrongUsage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("--help shows all options.");
        return FAILED;
    }

    private static int failure(Exception e, PrintWriter err) throws Exception {
        if (!(e instanceof StackException) && !(e instanceof IOException)) {
            throw e;
        }
        err.println();
        err.println(e.getMessage());
        return FAILED;
    }
}
