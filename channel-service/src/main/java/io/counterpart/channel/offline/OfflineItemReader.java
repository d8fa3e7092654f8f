package io.counterpart.channel.offline;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.support.problem.FieldErrors;
import io.counterpart.support.problem.MalformedBody;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.StrictUuid;

/** Reads one item as strictly as a separate request. */
@Component
class OfflineItemReader {

    private static final String ID = "asyncCustomerId";
    private static final String CREATED_AT = "createdAt";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final JsonMapper json;
    private final Clock clock;
    private final OfflineProperties properties;

    OfflineItemReader(JsonMapper json, Clock clock, OfflineProperties properties) {
        this.json = json;
        this.clock = clock;
        this.properties = properties;
    }

    /** Throws a problem that concerns this item only. */
    OfflineItem read(int index, JsonNode node) {
        if (!(node instanceof ObjectNode sent)) {
            throw StandardProblem.MALFORMED_REQUEST.because("Each item must be an object.");
        }
        var faults = new FieldErrors();
        UUID id = id(sent, faults);
        Instant createdAt = createdAt(sent, faults);
        faults.throwIfAny();
        ObjectNode body = sent.deepCopy();
        body.remove(ID);
        body.remove(CREATED_AT);
        try {
            CustomerEntry entry = json.treeToValue(body, CustomerEntry.class);
            return new OfflineItem(index, id, createdAt, entry, ContentHash.of(entry));
        } catch (JacksonException e) {
            throw MalformedBody.explain(e);
        }
    }

    private static UUID id(ObjectNode sent, FieldErrors faults) {
        JsonNode id = sent.path(ID);
        return StrictUuid.parse(id.isString() ? id.asString() : "").orElseGet(() -> {
            faults.add("/" + ID, "not-a-uuid", "The ID of a new customer must be a UUID.");
            return new UUID(0, 0);
        });
    }

    private Instant createdAt(ObjectNode sent, FieldErrors faults) {
        JsonNode at = sent.path(CREATED_AT);
        try {
            if (at.isString()) {
                return plausible(Instant.parse(at.asString()));
            }
        } catch (DateTimeParseException notATime) {
            // Reported below, like a missing time.
        }
        faults.add("/" + CREATED_AT, "not-a-time", "createdAt must be a timestamp, such as 2026-01-31T09:15:00Z.");
        return EARLIEST;
    }

    // A customer from a till with a wrong clock must not be lost, so its time is corrected: uncorrected it would win
    // every conflict permanently.
    private Instant plausible(Instant at) {
        Instant now = clock.instant();
        Instant plausible = at.isBefore(EARLIEST) ? now : properties.plausible(at, now);
        return plausible.truncatedTo(ChronoUnit.MILLIS);
    }
}
