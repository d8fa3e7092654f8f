package io.counterpart.hq.savedview;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a user sees a list.
 *
 * @param columns the IDs of the columns that are shown
 * @param query the parameters of the page, for the forms of the view
 * @param target the address of the saved view that the request leads to; null: the page itself
 * @param missing whether the request names a view that the user does not have
 */
public record ListView(
        ViewedList list,
        List<String> columns,
        List<ViewLink> views,
        String query,
        @Nullable String target,
        boolean missing) {

    public boolean shows(String column) {
        return columns.contains(column);
    }

    /**
     * A saved view to choose.
     *
     * @param current whether the page shows it
     * @param mine whether it belongs to the user
     * @param usual whether it opens with the page
     */
    public record ViewLink(
            UUID id,
            String name,
            String owner,
            String address,
            boolean current,
            boolean mine,
            boolean shared,
            boolean usual) {}
}
