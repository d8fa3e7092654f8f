package io.counterpart.hq.home;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.PageMessage;

/**
 * A condition that requires action, and the action.
 *
 * @param subject what the rule applies to, such as a channel database or a job; empty if the rule has one subject only
 * @param level {@code bad} or {@code warn}
 * @param action the message key of the button
 * @param path the page that the button opens; with {@code post} the button acts directly
 * @param shown false: the condition holds, and the home page shows a more important one in its place
 */
public record Warning(
        WarningRule rule,
        String subject,
        String level,
        PageMessage title,
        PageMessage explanation,
        @Nullable String action,
        String path,
        boolean post,
        boolean shown) {

    static final String BAD = "bad";
    static final String WARN = "warn";

    static Warning of(
            WarningRule rule,
            String subject,
            PageMessage title,
            PageMessage explanation,
            @Nullable String action,
            String path) {
        return new Warning(rule, subject, rule.level(), title, explanation, action, path, false, true);
    }

    /** The same with a button that acts directly. */
    Warning asRepair() {
        return new Warning(rule, subject, level, title, explanation, action, path, true, shown);
    }

    Warning withLevel(String other) {
        return new Warning(rule, subject, other, title, explanation, action, path, post, shown);
    }

    Warning shownIf(boolean important) {
        return new Warning(rule, subject, level, title, explanation, action, path, post, important);
    }

    /** The page about the condition: that of the button, or of the object on which the button acts. */
    public String page() {
        String page = post ? path.substring(0, path.lastIndexOf('/')) : path;
        return page.startsWith("/") ? page : "/" + page;
    }
}
