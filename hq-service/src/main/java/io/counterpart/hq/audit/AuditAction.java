package io.counterpart.hq.audit;

/**
 * What was done to what.
 *
 * @param action a verb, such as {@code change}
 * @param subject the operation, customer or setting
 */
public record AuditAction(String action, String subject) {}
