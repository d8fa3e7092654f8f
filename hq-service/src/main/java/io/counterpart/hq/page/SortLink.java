package io.counterpart.hq.page;

/**
 * The link of a column heading that sorts the list.
 *
 * @param direction the present order by this column, as {@code aria-sort} names it
 * @param address the list in the other order
 */
public record SortLink(String direction, String address) {

    /**
     * Builds the link.
     *
     * @param sorted whether the list is in the order of this column
     */
    public static SortLink of(boolean sorted, boolean ascending, String address) {
        return new SortLink(sorted ? (ascending ? "ascending" : "descending") : "none", address);
    }
}
