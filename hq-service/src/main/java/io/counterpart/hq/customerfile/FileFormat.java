package io.counterpart.hq.customerfile;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** The forms of files. */
public enum FileFormat {
    CSV,
    JSON_LINES;

    private static final int LONGEST_BEGINNING = 1024;

    /** Recognizes the form by the first character that is not blank: a JSON object begins with a brace. */
    public static FileFormat of(BufferedReader text, String fileName) throws IOException {
        String name = fileName.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".csv")) {
            return CSV;
        }
        text.mark(LONGEST_BEGINNING);
        int first = ' ';
        for (int read = 0; read < LONGEST_BEGINNING && Character.isWhitespace(first); read++) {
            first = text.read();
        }
        text.reset();
        return first == '{' ? JSON_LINES : CSV;
    }
}
