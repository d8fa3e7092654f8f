package io.counterpart.channel.clerk;

import java.util.List;

/** The clerks of a channel by name. */
record ClerkList(List<ClerkView> items) {}
