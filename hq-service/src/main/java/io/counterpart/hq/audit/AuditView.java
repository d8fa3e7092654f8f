package io.counterpart.hq.audit;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * One audit entry.
 *
 * @param subject the operation, customer or setting that was changed
 */
record AuditView(long id, Instant at, String actor, String action, String subject, JsonNode detail) {}
