package io.counterpart.hq.page;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * The searches of a session. A search may be the name of a person, which must not become part of a URL; the page of its
 * results has an ID in its place, so that going back and reloading need no form to be sent again.
 */
public final class SessionSearches {

    private static final String ATTRIBUTE = SessionSearches.class.getName();
    private static final int MOST = 50;

    private final Map<String, String> texts = new LinkedHashMap<>();

    private SessionSearches() {}

    /** Remembers a search text; returns its ID. */
    public static String remember(HttpSession session, String text) {
        return of(session).add(text);
    }

    /** The search text, or null if the session does not have it (any more). */
    public static @Nullable String text(HttpSession session, String id) {
        return of(session).get(id);
    }

    private static SessionSearches of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(ATTRIBUTE) instanceof SessionSearches searches) {
                return searches;
            }
            var searches = new SessionSearches();
            session.setAttribute(ATTRIBUTE, searches);
            return searches;
        }
    }

    private synchronized String add(String text) {
        for (Map.Entry<String, String> known : texts.entrySet()) {
            if (known.getValue().equals(text)) {
                return known.getKey();
            }
        }
        if (texts.size() >= MOST) {
            Iterator<String> oldest = texts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String id = UUID.randomUUID().toString();
        texts.put(id, text);
        return id;
    }

    private synchronized @Nullable String get(String id) {
        return texts.get(id);
    }
}
