package io.counterpart.hq.home;

import java.util.Map;

/**
 * What does not get through.
 *
 * @param customers pending for too long
 * @param uploadedNotStaged operations by channel database that were uploaded and never arrived
 */
record StuckCounts(long customers, Map<String, Long> uploadedNotStaged) {}
