package io.counterpart.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Uploads a file of customers and imports it, or continues or cancels an import. */
@Command(
        name = "customers",
        description = {
            "Imports customers with their own account numbers from a file.%n",
            "HQ stores the file and imports it by itself: what happens to this command does not change the import. The same "
                    + "command with the same file continues the import that it began. Records whose customers exist with "
                    + "the same values are skipped, so that a file can be imported again.%n",
            "Exit code 1: some records were refused; all others are imported."
        },
        mixinStandardHelpOptions = true)
final class ImportCustomersCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Subject subject;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: by the name of the file and its first character).")
    private @Nullable FileFormat format;

    @Option(
            names = "--map",
            paramLabel = "<column>=<field>",
            description = "The field of a column, or of a field in JSON Lines; nothing after the equals sign: not "
                    + "imported. Repeatable. Other columns: as HQ guesses, or as in the last dry run of the file.")
    private Map<String, String> mapping = Map.of();

    @Option(names = "--dry-run", description = "Only check the records; nothing is imported.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "<report>",
            description = "Write all refused records with their reasons to this file, as CSV, instead of showing them.")
    private @Nullable Path report;

    @Option(
            names = "--limit",
            defaultValue = "50",
            description = "Show at most this many refused records (default: 50).")
    private int limit;

    /** What is imported, continued or cancelled. */
    static final class Subject {

        @Parameters(
                paramLabel = "<file>",
                description =
                        "CSV with the names of the columns in its first line, or JSON Lines; in UTF-8, compressed "
                                + "with gzip or not. A dash is standard input.")
        private @Nullable Path file;

        @Option(
                names = "--continue",
                paramLabel = "<id>",
                description = "Continue an import that HQ has: start it after its upload or dry run, or follow it.")
        private @Nullable UUID started;

        @Option(
                names = "--cancel",
                paramLabel = "<id>",
                description = "Cancel an import and delete its file at HQ. What was imported stays.")
        private @Nullable UUID cancelled;
    }

    @Override
    public Integer call() throws IOException {
        HqApi hq = session.hq();
        var imports = new CustomerImports(hq, session);
        if (subject.cancelled != null) {
            session.show(imports.cancel(subject.cancelled.toString()));
            return ExitCode.DONE;
        }
        JsonNode job =
                subject.file != null ? uploaded(imports, subject.file) : imports.get(String.valueOf(subject.started));
        JsonNode ended = imports.run(job, dryRun, mapping);
        return new ImportResult(hq, session, limit).write(ended, dryRun, report);
    }

    private JsonNode uploaded(CustomerImports imports, Path path) throws IOException {
        try (UploadFile file = UploadFile.open(path, System.in)) {
            return imports.upload(file, format);
        }
    }
}
