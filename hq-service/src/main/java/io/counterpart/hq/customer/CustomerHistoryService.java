package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.customer.CustomerEdit.FieldEdit;
import io.counterpart.hq.customer.CustomerHistoryRepository.EditRow;
import io.counterpart.hq.messaging.MessageJson;

/** The edit history of a customer: who changed which field from which value to which, when and where. */
@Service
class CustomerHistoryService {

    private static final List<String> PARTS = List.of("address", "contact", "identity");
    private static final Set<String> KEYS = Set.of("id");

    private final CustomerHistoryRepository repository;
    private final MessageJson json;

    CustomerHistoryService(CustomerHistoryRepository repository, MessageJson json) {
        this.repository = repository;
        this.json = json;
    }

    List<CustomerEdit> newest(List<UUID> ids, List<String> subjects, int limit) {
        return repository.edits(ids, subjects, limit).stream()
                .map(row -> new CustomerEdit(
                        row.at(),
                        row.kind(),
                        row.actor(),
                        "TOKEN".equals(row.actorType()),
                        row.channel(),
                        row.operationId(),
                        row.reason(),
                        row.overridden(),
                        changes(row)))
                .toList();
    }

    private List<FieldEdit> changes(EditRow row) {
        var changes = new ArrayList<FieldEdit>();
        if (row.changes() != null) {
            json.tree(row.changes()).valueStream().forEach(it -> add("", it, changes));
        }
        if (row.body() != null) {
            changes.addAll(ofOperation(json.tree(row.body())));
        }
        if (row.removed() != null) {
            changes.add(new FieldEdit("address", row.removed(), null));
        }
        return changes;
    }

    private static List<FieldEdit> ofOperation(JsonNode body) {
        var changes = new ArrayList<FieldEdit>();
        String scope = body.path("kind").asString("").equals("SET_ATTRIBUTES") ? "attributes." : "";
        body.path("changes").valueStream().forEach(it -> add(scope, it, changes));
        if (body.path("newValue").isArray()) {
            changes.add(new FieldEdit("affiliations", text(body.path("oldValue")), text(body.path("newValue"))));
        }
        for (String part : PARTS) {
            body.path(part).properties().forEach(it -> {
                if (!KEYS.contains(it.getKey()) && text(it.getValue()) != null) {
                    changes.add(new FieldEdit(it.getKey(), null, text(it.getValue())));
                }
            });
        }
        return changes;
    }

    private static void add(String scope, JsonNode change, List<FieldEdit> into) {
        String field = change.path("field").asString("");
        if (!KEYS.contains(field)) {
            into.add(new FieldEdit(scope + field, text(change.path("oldValue")), text(change.path("newValue"))));
        }
    }

    // An empty field and a missing one are the same.
    private static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())) {
            return null;
        }
        if (value.isArray()) {
            return value.valueStream().map(it -> String.valueOf(text(it))).collect(Collectors.joining(", "));
        }
        return value.isObject() ? value.toString() : value.asString();
    }
}
