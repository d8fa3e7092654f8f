package io.counterpart.hq.customerfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.messaging.MessageJson;

/** Reads JSON Lines: one object per line. A line that is no object is a record too, which the import reports. */
final class JsonLinesReader implements RecordReader {

    private final BufferedReader text;
    private final MessageJson json;
    private final Set<String> columns = new LinkedHashSet<>();
    private long line;

    JsonLinesReader(BufferedReader text, MessageJson json) {
        this.text = text;
        this.json = json;
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        String object = line();
        while (object != null && object.isBlank()) {
            object = line();
        }
        if (object == null) {
            return null;
        }
        collect(object);
        return new FileRecord(line, Arrays.asList(object));
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    private void collect(String object) throws UnreadableFileException {
        try {
            columns.addAll(JsonFields.of(object, json).keySet());
        } catch (RowRejectedException e) {
            return;
        }
        if (columns.size() > MOST_COLUMNS) {
            throw new UnreadableFileException("The file has more than %d different fields.".formatted(MOST_COLUMNS));
        }
    }

    // BufferedReader.readLine has no limit.
    private @Nullable String line() throws IOException {
        var read = new StringBuilder();
        int c = text.read();
        if (c < 0) {
            return null;
        }
        line++;
        while (c >= 0 && c != '\n') {
            if (read.length() >= LONGEST_RECORD) {
                throw new UnreadableFileException(
                        "Line %d has more than %d characters.".formatted(line, LONGEST_RECORD));
            }
            read.append((char) c);
            c = text.read();
        }
        return read.toString();
    }
}
