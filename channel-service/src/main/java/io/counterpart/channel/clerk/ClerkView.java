package io.counterpart.channel.clerk;

import java.util.UUID;

/**
 * A clerk who can sign in.
 *
 * @param name what the till states as the clerk of its operations
 */
record ClerkView(UUID id, String name) {}
