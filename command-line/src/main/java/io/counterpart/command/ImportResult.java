package io.counterpart.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of an import: its counts, and the records that cannot be imported. */
final class ImportResult {

    private static final List<String> FIELDS = List.of("line", "column", "accountNumber", "code", "reason");
    private static final String END = "\r\n";

    private final HqApi hq;
    private final Session session;
    private final int limit;

    ImportResult(HqApi hq, Session session, int limit) {
        this.hq = hq;
        this.session = session;
        this.limit = limit;
    }

    /** Returns the exit code. */
    int write(JsonNode job, boolean dryRun, @Nullable Path report) {
        if (report != null) {
            writeReport(job, report);
        }
        ArrayNode shown = HqApi.JSON.createArrayNode();
        if (report == null) {
            problems(job, limit, shown::add);
        }
        if (session.json()) {
            ObjectNode result = (ObjectNode) job;
            result.set("problems", shown);
            session.show(result);
        } else {
            session.print(summary(job, dryRun));
            if (!shown.isEmpty()) {
                session.list(shown, "line", "column", "account=accountNumber", "reason");
            }
        }
        long bad = job.path("bad").asLong();
        if (shown.size() < bad && report == null) {
            session.say("%d of %d refused records are shown. --report <file> writes all of them."
                    .formatted(shown.size(), bad));
        }
        if (dryRun) {
            session.say(
                    "HQ keeps the file for now. The same command without --dry-run imports it; --cancel %s deletes it."
                            .formatted(job.path("id").asString()));
        }
        return bad == 0 ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private static String summary(JsonNode job, boolean dryRun) {
        return (dryRun
                        ? "Checked %s: %d to be imported, %d already at HQ, %d would be refused."
                        : "Processed %s: %d imported, %d already at HQ, %d refused.")
                .formatted(
                        records(job.path("done").asLong()),
                        job.path("created").asLong(),
                        job.path("existing").asLong(),
                        job.path("bad").asLong());
    }

    static String records(long count) {
        return count + (count == 1 ? " record" : " records");
    }

    private void writeReport(JsonNode job, Path report) {
        try (NewFile file = NewFile.at(report)) {
            Writer out = new OutputStreamWriter(file.out(), StandardCharsets.UTF_8);
            out.write(String.join(",", FIELDS) + END);
            try (Progress progress = Progress.of("Report", job.path("bad").asLong(), session.json())) {
                problems(job, Long.MAX_VALUE, problem -> {
                    write(out, problem);
                    progress.step();
                });
            }
            out.flush();
            file.complete();
        } catch (IOException | UncheckedIOException e) {
            throw NewFile.cannotBeWritten(report);
        }
        session.say("The report is in " + report);
    }

    // With the name of the column in the file, which is what the reader has to correct.
    private void problems(JsonNode job, long most, Consumer<JsonNode> consumer) {
        if (most < 1 || job.path("bad").asLong() == 0) {
            return;
        }
        Map<String, String> columns = new HashMap<>();
        job.path("mapping").properties().forEach(it -> columns.put(it.getValue().asString(), it.getKey()));
        hq.forEach(CustomerImports.PATH + "/" + job.path("id").asString() + "/report", Map.of(), most, problem -> {
            String field = problem.path("field").asString("");
            ((ObjectNode) problem).put("column", columns.getOrDefault(field, field));
            consumer.accept(problem);
        });
    }

    private static void write(Writer out, JsonNode problem) {
        try {
            out.write(FIELDS.stream().map(it -> Cells.csv(problem.path(it))).collect(Collectors.joining(",")) + END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
