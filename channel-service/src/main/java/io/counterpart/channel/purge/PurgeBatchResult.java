package io.counterpart.channel.purge;

/**
 * What one statement looked at and what of it is gone.
 *
 * @param last the highest counter it saw
 * @param old whether it saw any row that is older than the retention
 */
record PurgeBatchResult(int seen, long last, boolean old, int purged) {}
