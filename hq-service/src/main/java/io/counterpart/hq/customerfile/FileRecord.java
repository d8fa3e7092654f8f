package io.counterpart.hq.customerfile;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file as it is stored until the import ends.
 *
 * @param line in which the record begins; the first line of the file is 1
 * @param values of CSV the cells, of JSON Lines the line
 */
public record FileRecord(long line, List<@Nullable String> values) {

    /** The approximate size in characters. */
    public int length() {
        int length = 16;
        for (String value : values) {
            length += value == null ? 1 : value.length() + 3;
        }
        return length;
    }
}
