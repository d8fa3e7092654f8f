package io.counterpart.support.purge;

/**
 * The result of one purge statement.
 *
 * @param last the highest number it read
 * @param old whether it read any row that is older than the retention
 */
public record PurgeBatchResult(int seen, long last, boolean old, int purged) {}
