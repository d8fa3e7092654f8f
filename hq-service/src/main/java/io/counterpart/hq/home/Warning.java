package io.counterpart.hq.home;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not mend itself, and what does.
 *
 * @param level {@code bad} or {@code warn}
 * @param action the words on the button
 * @param path where it leads; with {@code post} it is done at once
 */
record Warning(
        String level, String title, String words, @Nullable String action, String path, boolean post) {

    static Warning of(String level, String title, String words, String action, String path) {
        return new Warning(level, title, words, action, path, false);
    }

    static Warning ofRepair(String title, String words, String action, String path) {
        return new Warning("warn", title, words, action, path, true);
    }
}
