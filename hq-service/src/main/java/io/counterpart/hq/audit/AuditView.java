package io.counterpart.hq.audit;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * One thing that somebody did.
 *
 * @param subject the operation, customer or setting that it was done to
 */
record AuditView(long id, Instant at, String actor, String action, String subject, JsonNode detail) {}
