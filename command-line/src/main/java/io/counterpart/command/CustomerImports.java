package io.counterpart.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Imports at HQ: uploads, starts, follows and cancels them. */
final class CustomerImports {

    static final String PATH = "/api/v1/customer-imports";

    private static final Set<String> UNFINISHED = Set.of("UPLOADED", "CHECKING", "CHECKED", "RUNNING");
    private static final Duration AWAY = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 500;

    private final HqApi hq;
    private final Session session;

    CustomerImports(HqApi hq, Session session) {
        this.hq = hq;
        this.session = session;
    }

    JsonNode get(String id) {
        return hq.get(PATH + "/" + id);
    }

    /** The import of this file that HQ has and has not finished, or a new one. */
    JsonNode upload(UploadFile file, @Nullable FileFormat format) {
        for (JsonNode job : hq.get(PATH).path("items")) {
            boolean same =
                    file.sha256() != null && job.path("sha256").asString("").equals(file.sha256());
            if (same && UNFINISHED.contains(status(job)) && FileFormat.fits(job, format)) {
                session.say("HQ has this file already, as import %s. Continuing it.".formatted(id(job)));
                return job;
            }
        }
        String name = format == null ? file.name() : format.name(file.name());
        JsonNode job;
        var interruption = Interruption.saying(session, "The upload is incomplete. Nothing was imported.");
        try (Progress progress = Progress.ofBytes("Uploading", file.size(), session.json())) {
            job = new FileTransfer(hq).upload(PATH + HqApi.query(Map.of("fileName", name)), file, progress);
        } finally {
            interruption.over();
        }
        session.say("Uploaded as import %s: %s."
                .formatted(id(job), ImportResult.records(job.path("records").asLong())));
        if (!FileFormat.fits(job, format)) {
            cancel(id(job));
            throw refused("The file does not begin like %s. Omit --format, or choose the other one.".formatted(format));
        }
        return job;
    }

    /** Starts it if it is not in progress, and follows it to its end. */
    JsonNode run(JsonNode job, boolean dryRun, Map<String, String> mapping) {
        return switch (status(job)) {
            case "UPLOADED", "CHECKED" -> follow(start(job, dryRun, mapping), dryRun);
            case "CHECKING" -> {
                requireSame(job, mapping);
                JsonNode checked = follow(job, true);
                yield dryRun ? checked : run(checked, false, mapping);
            }
            case "RUNNING" -> {
                if (dryRun) {
                    throw refused("Import %s is in progress: it cannot be checked any more.".formatted(id(job)));
                }
                requireSame(job, mapping);
                yield follow(job, false);
            }
            case "FINISHED" -> {
                if (dryRun) {
                    throw refused("Import %s has finished already.".formatted(id(job)));
                }
                yield job;
            }
            default ->
                throw refused(
                        "Import %s is %s and cannot be continued. Run the command with the file: records that were imported are skipped."
                                .formatted(id(job), status(job).toLowerCase(Locale.ROOT)));
        };
    }

    /** A dry run is cancelled first, and then the import with its file. */
    JsonNode cancel(String id) {
        JsonNode job = hq.post(PATH + "/" + id + "/cancel", null);
        return status(job).equals("CANCELLED") ? job : hq.post(PATH + "/" + id + "/cancel", null);
    }

    private JsonNode start(JsonNode job, boolean dryRun, Map<String, String> mapping) {
        Map<String, String> fields = fields(job, mapping);
        List<String> left = job.path("columns")
                .valueStream()
                .map(JsonNode::asString)
                .filter(column -> !fields.containsKey(column))
                .toList();
        if (!left.isEmpty()) {
            session.say("Columns that are not imported: %s. See --map.".formatted(String.join(", ", left)));
        }
        return hq.post(PATH + "/" + id(job) + "/start", Map.of("dryRun", dryRun, "mapping", fields));
    }

    // A field that is given to another column is taken from the column that had it.
    private static Map<String, String> fields(JsonNode job, Map<String, String> mapping) {
        var fields = new LinkedHashMap<String, String>();
        job.path("mapping")
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString()));
        fields.values().removeAll(mapping.values());
        fields.putAll(mapping);
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    private static void requireSame(JsonNode job, Map<String, String> mapping) {
        if (!fields(job, mapping).equals(fields(job, Map.of()))) {
            throw refused(
                    "Import %s is in progress with other fields than those of --map. Omit --map to follow it, or end it with --cancel %1$s."
                            .formatted(id(job)));
        }
    }

    private JsonNode follow(JsonNode begun, boolean dryRun) {
        String active = dryRun ? "CHECKING" : "RUNNING";
        String id = id(begun);
        String left =
                "HQ continues with import %s. The same command follows it, and so does --continue %1$s; --cancel %1$s ends it."
                        .formatted(id);
        JsonNode job = begun;
        var interruption = Interruption.saying(session, left);
        try (Progress progress = Progress.of(
                dryRun ? "Checking" : "Importing", job.path("records").asLong(), session.json())) {
            while (status(job).equals(active)) {
                progress.at(job.path("done").asLong(), job.path("records").asLong());
                Thread.sleep(PAUSE_MILLIS);
                job = patiently(() -> get(id), left);
            }
            progress.at(job.path("done").asLong(), job.path("records").asLong());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.NO_ANSWER, left);
        } finally {
            interruption.over();
        }
        if (!status(job).equals(dryRun ? "CHECKED" : "FINISHED")) {
            throw refused("Import %s was stopped at HQ after %d of %s; it is %s now. Customers created: %d."
                    .formatted(
                            id,
                            job.path("done").asLong(),
                            ImportResult.records(job.path("records").asLong()),
                            status(job).toLowerCase(Locale.ROOT),
                            dryRun ? 0 : job.path("created").asLong()));
        }
        return job;
    }

    // The import continues on another instance, or when HQ has started again.
    private JsonNode patiently(Supplier<JsonNode> request, String left) throws InterruptedException {
        long since = System.nanoTime();
        boolean said = false;
        while (true) {
            try {
                return request.get();
            } catch (CommandFailedException e) {
                if (e.exitCode() != ExitCode.NO_ANSWER) {
                    throw e;
                }
                if (System.nanoTime() - since > AWAY.toNanos()) {
                    throw new CommandFailedException(ExitCode.NO_ANSWER, e.getMessage() + "\n" + left);
                }
                if (!said) {
                    session.say("HQ does not answer at the moment. Trying again for %d minutes."
                            .formatted(AWAY.toMinutes()));
                    said = true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static String id(JsonNode job) {
        return job.path("id").asString();
    }

    private static String status(JsonNode job) {
        return job.path("status").asString();
    }

    private static CommandFailedException refused(String message) {
        return new CommandFailedException(ExitCode.REFUSED, message);
    }
}
