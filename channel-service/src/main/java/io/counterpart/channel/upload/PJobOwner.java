package io.counterpart.channel.upload;

/** The name under which this instance holds the lease of the P-job. */
record PJobOwner(String name) {}
