package io.counterpart.hq.page;

/**
 * The number of rows of a list, counted up to a limit: a page must not cost more because the list is longer.
 *
 * @param exact whether there are no more
 */
public record ListTotal(long rows, boolean exact) {

    /** The limit where an index has all that is counted. */
    public static final int LIMIT = 10_000;

    public static ListTotal exactly(long rows) {
        return new ListTotal(rows, true);
    }

    public static ListTotal moreThan(long rows) {
        return new ListTotal(rows, false);
    }

    /** Of a count that ended one row after the limit. */
    public static ListTotal of(long counted, int limit) {
        return counted > limit ? moreThan(limit) : exactly(counted);
    }

    public PageMessage text() {
        return PageMessage.of(exact ? "lists.total" : "lists.totalMore", rows);
    }
}
