package io.counterpart.hq.savedview;

/**
 * A column that users show or hide.
 *
 * @param title the key of its heading
 * @param usual whether it is shown to users who have not chosen columns
 */
public record ListColumn(String id, String title, boolean usual) {

    static ListColumn usual(String id, String title) {
        return new ListColumn(id, title, true);
    }

    static ListColumn extra(String id, String title) {
        return new ListColumn(id, title, false);
    }
}
