package io.counterpart.hq.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One audit entry.
 *
 * @param actorType whether the actor is a user, the owner of a token, or the service; null in entries of earlier versions
 * @param subject the operation, customer or setting that was changed
 * @param changes old and new values; empty in entries of earlier versions
 */
record AuditView(
        long id,
        Instant at,
        String actor,
        Actor.@Nullable Kind actorType,
        String action,
        String subject,
        JsonNode detail,
        List<AuditChange> changes) {}
