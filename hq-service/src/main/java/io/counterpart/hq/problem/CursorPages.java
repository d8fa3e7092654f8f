package io.counterpart.hq.problem;

import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** Paginates lists; the opaque cursor is the position of the last item. */
public final class CursorPages {

    /** The highest number of items on a page. */
    public static final int MOST = 200;

    private CursorPages() {}

    /** The number of rows to read for a page: one more than requested, to detect the next page. */
    public static int read(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.validation("/limit", "out-of-range", "Must be between 1 and %d".formatted(MOST));
        }
        return limit + 1;
    }

    /** The position at which the page begins; without a cursor, the largest number. */
    public static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw Problem.validation("/cursor", "unknown-cursor", "Use the nextCursor of a response");
        }
    }

    public static <T> ListResponse<T> of(List<T> read, int limit, ToLongFunction<T> position) {
        if (read.size() <= limit) {
            return ListResponse.of(read);
        }
        List<T> page = read.subList(0, limit);
        return new ListResponse<>(page, Long.toString(position.applyAsLong(page.get(limit - 1)), Character.MAX_RADIX));
    }
}
