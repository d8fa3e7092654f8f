package io.counterpart.hq.customerfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.messaging.MessageJson;

/** Reads the records of a file one by one. */
public interface RecordReader {

    int LONGEST_RECORD = 1 << 20;
    int MOST_COLUMNS = 500;

    /** The next record; null at the end of the file. */
    @Nullable FileRecord next() throws IOException;

    /** The names of the fields of the records that were read. */
    List<String> columns();

    static RecordReader open(BufferedReader text, FileFormat format, MessageJson json) throws IOException {
        return format == FileFormat.CSV ? new CsvRecordReader(text) : new JsonLinesReader(text, json);
    }
}
