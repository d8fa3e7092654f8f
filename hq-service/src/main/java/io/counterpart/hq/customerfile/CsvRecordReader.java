package io.counterpart.hq.customerfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.validation.ValueRules;

/** Reads CSV (RFC 4180) with a header; the header says which of comma, semicolon and tab separates the cells. */
final class CsvRecordReader implements RecordReader {

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_HEADER = 128 * 1024;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private long line;

    CsvRecordReader(BufferedReader text) throws IOException {
        this.records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord header = read();
        if (header == null) {
            throw new UnreadableFileException("The file is empty. Its first line must name the columns.");
        }
        this.columns = names(header.getFields());
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        CsvRecord record = read();
        return record == null ? null : new FileRecord(line, new ArrayList<>(record.getFields()));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    private @Nullable CsvRecord read() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw new UnreadableFileException(
                    "The CSV cannot be read after line %d. Check the quotation marks, and whether a cell has more than %d characters."
                            .formatted(line, LONGEST_RECORD));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> names(List<String> header) throws UnreadableFileException {
        var names = new LinkedHashSet<String>();
        for (String cell : header) {
            String name = cell.isBlank() ? "Column " + (names.size() + 1) : cell.strip();
            if (ValueRules.hasUnprintable(name)) {
                throw new UnreadableFileException("The name of a column has a control character or a line break.");
            }
            if (!names.add(name)) {
                throw new UnreadableFileException("Two columns are named “%s”. Rename one.".formatted(name));
            }
        }
        if (names.size() > MOST_COLUMNS) {
            throw new UnreadableFileException("The file has more than %d columns.".formatted(MOST_COLUMNS));
        }
        return List.copyOf(names);
    }

    // The most frequent one in the header, outside of quotation marks.
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int read = 0; read < LONGEST_HEADER; read++) {
            int c = text.read();
            if (c < 0 || (!quoted && c == '\n')) {
                break;
            }
            quoted ^= c == '"';
            int known = quoted ? -1 : SEPARATORS.indexOf(c);
            if (known >= 0) {
                counts[known]++;
            }
        }
        text.reset();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
