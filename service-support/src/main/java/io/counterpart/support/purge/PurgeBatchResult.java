package io.counterpart.support.purge;

/**
 * What one statement looked at and what of it is gone.
 *
 * @param last the highest number it saw
 * @param old whether it saw any row that is older than the retention
 */
public record PurgeBatchResult(int seen, long last, boolean old, int purged) {}
