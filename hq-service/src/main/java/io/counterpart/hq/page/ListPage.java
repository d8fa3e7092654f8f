package io.counterpart.hq.page;

import java.util.List;

/** A page of a long list that is read by position, from a row on or up to a row, so that new rows do not shift it. */
public record ListPage<T>(List<T> rows, boolean hasPrevious, boolean hasNext) {

    /** The rows of a page. */
    public static final int SIZE = 50;

    /** The rows to read for a page: one more, to detect the next or previous page. */
    public static final int READ = SIZE + 1;

    /**
     * Builds the page.
     *
     * @param read in the order of the list
     * @param behind whether the page begins behind a row of the list
     * @param ahead whether the page ends ahead of a row of the list; then the additional row is the first one
     */
    public static <T> ListPage<T> of(List<T> read, boolean behind, boolean ahead) {
        boolean more = read.size() > SIZE;
        if (ahead) {
            return new ListPage<>(more ? read.subList(1, READ) : read, more, true);
        }
        return new ListPage<>(more ? read.subList(0, SIZE) : read, behind, more);
    }

    /** Whether the list is to be read from its start instead: the way back ends there, or the rows are gone. */
    public boolean isBeyondTheStart(boolean ahead) {
        return ahead ? !hasPrevious : hasPrevious && rows.isEmpty();
    }

    public boolean isComplete() {
        return !hasPrevious && !hasNext;
    }

    public T first() {
        return rows.get(0);
    }

    public T last() {
        return rows.get(rows.size() - 1);
    }
}
