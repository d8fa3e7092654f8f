package io.counterpart.hq.home;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.PageMessage;

/**
 * A condition that requires action, and the action.
 *
 * @param level {@code bad} or {@code warn}
 * @param action the message key of the button
 * @param path the page that the button opens; with {@code post} the button acts directly
 */
record Warning(
        String level,
        PageMessage title,
        PageMessage explanation,
        @Nullable String action,
        String path,
        boolean post) {

    static Warning of(String level, PageMessage title, PageMessage explanation, String action, String path) {
        return new Warning(level, title, explanation, action, path, false);
    }

    static Warning ofRepair(PageMessage title, PageMessage explanation, String action, String path) {
        return new Warning("warn", title, explanation, action, path, true);
    }
}
