package io.counterpart.channel.offline;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.contract.Limits;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.support.problem.FieldErrors;
import io.counterpart.support.problem.MalformedBody;
import io.counterpart.support.web.StrictUuid;

/** Reads the fields of an item that is no creation. */
@Component
class OfflineChangeReader {

    private static final String AFFILIATIONS = "affiliations";

    private final JsonMapper json;

    OfflineChangeReader(JsonMapper json) {
        this.json = json;
    }

    /** Throws a problem that lists all faults. */
    OfflineChange read(OfflineHeader header, OfflineKind kind, ObjectNode body) {
        OfflineChangeEntry entry = parse(body);
        UUID operationId = Objects.requireNonNull(header.operationId(), "required of all changes");
        var faults = new FieldErrors();
        for (String field : OfflineChangeEntry.FIELDS) {
            boolean present = body.hasNonNull(field);
            if (kind.requires(field) && !present) {
                faults.add("/" + field, "required", "An operation of the kind %s requires %s.".formatted(kind, field));
            }
            if (present && !kind.permits(field)) {
                faults.add(
                        "/" + field, "not-permitted", "An operation of the kind %s has no %s.".formatted(kind, field));
            }
        }
        List<FieldChange> changes = changes(entry.changes(), faults);
        if (kind == OfflineKind.SET_AFFILIATIONS) {
            checkAffiliations(changes, faults);
        }
        UUID part = part(entry, operationId, faults);
        faults.throwIfAny();
        String hash = ContentHash.of(List.of(kind, header.customer(), entry));
        return new OfflineChange(
                header, kind, operationId, part, changes, entry.address(), entry.contact(), entry.note(), hash);
    }

    private OfflineChangeEntry parse(ObjectNode body) {
        try {
            return json.treeToValue(body, OfflineChangeEntry.class);
        } catch (JacksonException e) {
            throw MalformedBody.explain(e);
        }
    }

    private static List<FieldChange> changes(@Nullable List<@Nullable FieldChange> sent, FieldErrors faults) {
        if (sent == null) {
            return List.of();
        }
        if (sent.isEmpty() || sent.size() > Limits.ATTRIBUTES) {
            faults.add("/changes", "out-of-bounds", "An operation has 1 to %d changes.".formatted(Limits.ATTRIBUTES));
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String field = nameOf(sent.get(i));
            if (field == null) {
                faults.add("/changes/%d/field".formatted(i), "required", "A change names its field.");
            } else if (!seen.add(field)) {
                faults.add("/changes/%d/field".formatted(i), "duplicate-field", "The field is changed twice.");
            }
        }
        return sent.stream().filter(Objects::nonNull).toList();
    }

    // Jackson passes null where a change omits its field.
    @SuppressWarnings("NullAway")
    private static @Nullable String nameOf(@Nullable FieldChange change) {
        return change == null ? null : change.field();
    }

    private static void checkAffiliations(List<FieldChange> changes, FieldErrors faults) {
        if (changes.size() != 1 || !AFFILIATIONS.equals(changes.get(0).field())) {
            faults.add("/changes", "unknown-field", "The only change is that of the field affiliations.");
            return;
        }
        FieldChange change = changes.get(0);
        if (!(change.newValue() instanceof List<?> names) || !isNames(names)) {
            faults.add("/changes/0/newValue", "wrong-type", "affiliations must be an array of names.");
        }
        if (change.oldValue() != null && !(change.oldValue() instanceof List<?> old && isNames(old))) {
            faults.add("/changes/0/oldValue", "wrong-type", "affiliations must be an array of names.");
        }
    }

    private static boolean isNames(List<?> values) {
        return values.stream().allMatch(String.class::isInstance);
    }

    private static UUID part(OfflineChangeEntry entry, UUID operationId, FieldErrors faults) {
        String field = entry.addressId() == null ? OfflineChangeEntry.CONTACT_ID : OfflineChangeEntry.ADDRESS_ID;
        String id = entry.addressId() == null ? entry.contactId() : entry.addressId();
        if (id == null) {
            return operationId;
        }
        return StrictUuid.parse(id).orElseGet(() -> {
            faults.add("/" + field, "not-a-uuid", "The ID of an address or a contact must be a UUID.");
            return operationId;
        });
    }
}
