package io.counterpart.hq.savedview;

import java.util.UUID;

/**
 * Filters, columns and sort order of a list under a name.
 *
 * @param parameters the query string of the page
 * @param shared whether all users see it
 */
record SavedView(UUID id, ViewedList list, String owner, String name, String parameters, boolean shared) {

    boolean isVisibleTo(String username) {
        return shared || owner.equals(username);
    }

    String address() {
        return list.path() + "?" + parameters;
    }
}
