package io.counterpart.hq.home;

import java.util.Map;

/**
 * The counts of stuck customers and missing operations.
 *
 * @param customers pending for too long
 * @param uploadedNotStaged operations by channel database that were uploaded and not staged
 */
record StuckCounts(long customers, Map<String, Long> uploadedNotStaged) {}
