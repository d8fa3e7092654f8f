package io.counterpart.hq.clerk;

import java.time.Instant;
import java.util.List;

/**
 * A clerk as the API returns it.
 *
 * @param name unique among all clerks; operations carry it as their clerk
 * @param channels where the clerk works
 * @param active whether the clerk can sign in
 * @param pinSetAt when the PIN was set, or the clerk activated or deactivated; the PIN itself is not stored
 */
record ClerkView(String id, String name, List<String> channels, boolean active, Instant pinSetAt) {}
