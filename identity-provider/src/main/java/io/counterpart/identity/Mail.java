package io.counterpart.identity;

import org.jspecify.annotations.Nullable;

/**
 * A mail that a real identity provider would send.
 *
 * @param link what its reader is to open; null: nothing
 */
record Mail(
        String to, String subject, String text, @Nullable String link) {}
