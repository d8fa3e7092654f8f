package io.counterpart.command;

import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forms of files of customers. */
enum FileFormat {
    CSV("CSV", ".csv"),
    JSONL("JSON_LINES", ".jsonl");

    private final String api;
    private final String ending;

    FileFormat(String api, String ending) {
        this.api = api;
        this.ending = ending;
    }

    /** The name of this form in the API. */
    String api() {
        return api;
    }

    /** The form that the name of a file means; CSV if it means none. */
    static FileFormat of(@Nullable Path file) {
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json") ? JSONL : CSV;
    }

    /** Whether HQ took a file for the wanted form; null: any. */
    static boolean fits(JsonNode job, @Nullable FileFormat wanted) {
        return wanted == null || job.path("format").asString().equals(wanted.api);
    }

    /** The name with which HQ takes the content for this form. */
    String name(String fileName) {
        String plain = fileName.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        boolean fits = plain.endsWith(".csv") == (this == CSV);
        return fits ? fileName : fileName + ending;
    }
}
