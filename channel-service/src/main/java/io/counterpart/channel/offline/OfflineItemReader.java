package io.counterpart.channel.offline;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.channel.validation.TextNormalizer;
import io.counterpart.contract.Limits;
import io.counterpart.support.problem.FieldErrors;
import io.counterpart.support.problem.MalformedBody;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.web.StrictUuid;

/** Reads one item as strictly as a separate request. */
@Component
class OfflineItemReader {

    static final String CUSTOMER = "asyncCustomerId";
    static final String OPERATION = "operationId";

    private static final String KIND = "kind";
    private static final String OCCURRED_AT = "occurredAt";
    private static final String CREATED_AT = "createdAt";
    private static final String CLERK = "clerk";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final JsonMapper json;
    private final OfflineChangeReader changes;
    private final Clock clock;
    private final OfflineProperties properties;

    OfflineItemReader(JsonMapper json, OfflineChangeReader changes, Clock clock, OfflineProperties properties) {
        this.json = json;
        this.changes = changes;
        this.clock = clock;
        this.properties = properties;
    }

    /** Throws a problem that concerns this item only. */
    OfflineItem read(int index, JsonNode node) {
        if (!(node instanceof ObjectNode sent)) {
            throw StandardProblem.MALFORMED_REQUEST.because("Each item must be an object.");
        }
        OfflineKind kind = kind(sent.path(KIND));
        String time = timeField(sent);
        var faults = new FieldErrors();
        var header = new OfflineHeader(
                index,
                id(sent, faults),
                operationId(sent, kind, faults),
                time(time, sent.path(time), faults),
                clerk(sent.path(CLERK), faults));
        faults.throwIfAny();
        ObjectNode body = sent.deepCopy();
        body.remove(Set.of(CUSTOMER, OPERATION, KIND, time, CLERK));
        return kind == OfflineKind.CREATE_CUSTOMER ? creation(header, body) : changes.read(header, kind, body);
    }

    private OfflineCreation creation(OfflineHeader header, ObjectNode body) {
        try {
            CustomerEntry entry = json.treeToValue(body, CustomerEntry.class);
            return new OfflineCreation(header, entry, ContentHash.of(entry));
        } catch (JacksonException e) {
            throw MalformedBody.explain(e);
        }
    }

    private static OfflineKind kind(JsonNode kind) {
        if (kind.isMissingNode() || kind.isNull()) {
            return OfflineKind.CREATE_CUSTOMER;
        }
        return Arrays.stream(OfflineKind.values())
                .filter(each -> kind.isString() && each.name().equals(kind.asString()))
                .findFirst()
                .orElseThrow(() -> Problem.validation(
                        "/" + KIND,
                        "unknown-value",
                        "The kind must be one of %s.".formatted(Arrays.toString(OfflineKind.values()))));
    }

    // A creation without a kind is the form of tills that know only creations.
    private static String timeField(ObjectNode sent) {
        boolean named = sent.has(OCCURRED_AT) || (sent.has(KIND) && !sent.has(CREATED_AT));
        return named ? OCCURRED_AT : CREATED_AT;
    }

    private static UUID id(ObjectNode sent, FieldErrors faults) {
        JsonNode id = sent.path(CUSTOMER);
        return StrictUuid.parse(id.isString() ? id.asString() : "").orElseGet(() -> {
            faults.add("/" + CUSTOMER, "not-a-uuid", "The ID of a customer must be a UUID.");
            return new UUID(0, 0);
        });
    }

    private static @Nullable UUID operationId(ObjectNode sent, OfflineKind kind, FieldErrors faults) {
        JsonNode id = sent.path(OPERATION);
        if (kind == OfflineKind.CREATE_CUSTOMER && (id.isMissingNode() || id.isNull())) {
            return null;
        }
        return StrictUuid.parse(id.isString() ? id.asString() : "").orElseGet(() -> {
            faults.add("/" + OPERATION, "not-a-uuid", "The ID of an operation must be a UUID.");
            return new UUID(0, 0);
        });
    }

    private Instant time(String field, JsonNode at, FieldErrors faults) {
        try {
            if (at.isString()) {
                return plausible(Instant.parse(at.asString()));
            }
        } catch (DateTimeParseException notATime) {
            // Reported below, like a missing time.
        }
        faults.add("/" + field, "not-a-time", field + " must be a timestamp, such as 2026-01-31T09:15:00Z.");
        return EARLIEST;
    }

    private static @Nullable String clerk(JsonNode clerk, FieldErrors faults) {
        if (clerk.isMissingNode() || clerk.isNull()) {
            return null;
        }
        if (!clerk.isString()) {
            faults.add("/" + CLERK, "wrong-type", "The clerk must be a string.");
            return null;
        }
        return new TextNormalizer(faults).text("/" + CLERK, clerk.asString(), Limits.CLERK);
    }

    // An operation of a till with a wrong clock must not be lost, so its time is corrected: uncorrected it would win
    // every conflict permanently.
    private Instant plausible(Instant at) {
        Instant now = clock.instant();
        Instant plausible = at.isBefore(EARLIEST) ? now : properties.plausible(at, now);
        return plausible.truncatedTo(ChronoUnit.MILLIS);
    }
}
