package io.counterpart.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports of the data of HQ. */
@Command(name = "export", description = "Exports the customers of HQ.")
final class ExportCommand extends CommandGroup {

    private static final String PATH = "/api/v1/customer-export";

    @Command(
            name = "customers",
            description = {
                "Exports all customers with their personal data, in a form that an import reads.%n",
                "JSON Lines has everything. CSV has the first three addresses and four contacts of a customer. The file "
                        + "has its name only once it is complete, and only you can read it."
            },
            mixinStandardHelpOptions = true)
    int customers(
            @Mixin Session session,
            @Option(
                            names = "--format",
                            description = "${COMPLETION-CANDIDATES} (default: by the name of the file, or CSV).")
                    @Nullable FileFormat format,
            @Option(names = "--output", paramLabel = "<file>", description = "The file (default: standard output).")
                    @Nullable Path output) {
        FileFormat chosen = format == null ? FileFormat.of(output) : format;
        String path = PATH + HqApi.query(Map.of("format", chosen.api()));
        try (Progress progress = Progress.ofBytes("Exporting", -1, session.json() || output == null)) {
            if (output == null) {
                new FileTransfer(session.hq()).download(path, unlessClosed(System.out), progress);
            } else {
                toFile(session, path, output, progress);
            }
        } catch (IOException | UncheckedIOException e) {
            throw output == null
                    ? new CommandFailedException(
                            ExitCode.USAGE, "Standard output was closed before the end of the export.")
                    : NewFile.cannotBeWritten(output);
        }
        return ExitCode.DONE;
    }

    private static void toFile(Session session, String path, Path output, Progress progress) throws IOException {
        long bytes;
        try (NewFile file = NewFile.at(output)) {
            bytes = new FileTransfer(session.hq()).download(path, file.out(), progress);
            file.complete();
        } catch (CommandFailedException e) {
            throw new CommandFailedException(e.exitCode(), e.getMessage() + "\nNothing was written to " + output + ".");
        }
        if (session.json()) {
            session.show(
                    HqApi.JSON.createObjectNode().put("file", output.toString()).put("bytes", bytes));
        } else {
            session.say(String.format(Locale.ROOT, "Written to %s: %.1f MB", output, bytes / 1e6));
        }
    }

    // A print stream does not throw when its reader has gone.
    private static OutputStream unlessClosed(PrintStream out) {
        return new OutputStream() {

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                if (out.checkError()) {
                    throw new IOException("Closed");
                }
            }
        };
    }
}
