package io.counterpart.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The operations that HQ received: which failed, why, and another attempt. */
@Command(name = "operations", description = "Lists, shows, retries and exports synchronization operations.")
final class OperationsCommand extends CommandGroup {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";

    @Command(
            name = "list",
            description = "Lists operations, the newest first. Shows no personal data except with --json.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin Session session,
            @Mixin OperationFilter filter,
            @Option(names = "--limit", defaultValue = "50", description = "At most this many (default: 50).")
                    int limit) {
        session.list(
                OPERATIONS,
                filter.query(),
                limit,
                "id",
                "status",
                "kind",
                "channel",
                "code=errorCode",
                "attempts",
                "staged=stagedAt");
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "Shows an operation with its changes, which are personal data.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Session session, @Parameters(paramLabel = "<id>") UUID id) {
        session.show(session.hq().get(OPERATIONS + "/" + id));
        return ExitCode.DONE;
    }

    @Command(
            name = "retry",
            description = "Processes failed operations again. Exit code 1: at least one failed again.",
            mixinStandardHelpOptions = true)
    int retry(@Mixin Session session, @Parameters(paramLabel = "<id>", arity = "1..*") List<UUID> ids) {
        var results = HqApi.JSON.createArrayNode();
        HqApi hq = session.hq();
        try (Progress progress = Progress.of("Retrying", ids.size(), session.json())) {
            for (UUID id : ids) {
                results.add(hq.post(OPERATIONS + "/" + id + "/synchronize", null));
                progress.step();
            }
        }
        session.list(results, "id", "status", "account=accountNumber", "code=errorCode", "error=lastError");
        boolean allDone = results.valueStream()
                .allMatch(it -> it.path("status").asString().equals("SUCCEEDED"));
        return allDone ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    @Command(
            name = "export",
            description = "Writes operations as CSV for a spreadsheet, without personal data.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin Session session,
            @Mixin OperationFilter filter,
            @Option(names = "--most", defaultValue = "100000", description = "At most this many (default: 100000).")
                    long most,
            @Parameters(paramLabel = "<file>") Path file) {
        try (NewFile target = NewFile.at(file);
                var out = new OutputStreamWriter(target.out(), StandardCharsets.UTF_8);
                Progress progress = Progress.of("Exporting", -1, session.json())) {
            out.write(OperationCsv.HEADING);
            session.hq().forEach(OPERATIONS, filter.query(), most, item -> {
                write(out, item);
                progress.step();
            });
            out.flush();
            target.complete();
        } catch (IOException | UncheckedIOException e) {
            throw NewFile.cannotBeWritten(file);
        }
        session.say("Written to " + file);
        return ExitCode.DONE;
    }

    private static void write(Writer out, JsonNode item) {
        try {
            out.write(OperationCsv.row(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
