package io.counterpart.channel.offline;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.operation.CustomerOperation;

/** Items of offline uploads, and what became of them. */
final class OfflineItems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private OfflineItems() {}

    /** An operation at the time of {@link OfflineUploadIT#MORNING}. */
    static String item(String kind, UUID customer, String fields) {
        return item(kind, customer, UUID.randomUUID(), fields);
    }

    static String item(String kind, UUID customer, UUID operation, String fields) {
        return """
                {"operationId": "%s", "kind": "%s", "asyncCustomerId": "%s", "occurredAt": "%s", "clerk": "Kim", %s}
                """.formatted(operation, kind, customer, OfflineUploadIT.MORNING, fields);
    }

    /** An edit of one field of the profile. */
    static String edit(UUID customer, String field, @Nullable String oldValue, @Nullable String newValue) {
        return item("EDIT_PROFILE", customer, changes(change(field, oldValue, newValue)));
    }

    static String change(String field, @Nullable Object oldValue, @Nullable Object newValue) {
        return "{\"field\": \"%s\", \"oldValue\": %s, \"newValue\": %s}"
                .formatted(field, JSON.writeValueAsString(oldValue), JSON.writeValueAsString(newValue));
    }

    static String changes(String... changes) {
        return "\"changes\": " + Arrays.toString(changes);
    }

    /** The outcomes and statuses of the items, for example {@code APPLIED 200}. */
    static List<String> outcomes(Response answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString("") + " "
                        + item.path("status").asInt())
                .toList();
    }

    /** The type of the problem of an item. */
    static String problem(Response answer, int index) {
        return answer.json()
                .path("items")
                .path(index)
                .path("problem")
                .path("type")
                .asString("");
    }

    /** The pointer and the code of the first error of an item. */
    static String error(Response answer, int index) {
        JsonNode error = answer.json()
                .path("items")
                .path(index)
                .path("problem")
                .path("errors")
                .path(0);
        return error.path("pointer").asString("") + " " + error.path("code").asString("");
    }

    /** The fields of an item that another user had changed, for example {@code lastName: Online, not Offline}. */
    static List<String> overridden(Response answer, int index) {
        return answer.json()
                .path("items")
                .path(index)
                .path("overridden")
                .valueStream()
                .map(field -> "%s: %s, not %s"
                        .formatted(field.path("field").asString(), text(field, "kept"), text(field, "discarded")))
                .toList();
    }

    private static String text(JsonNode field, String name) {
        return field.hasNonNull(name) ? field.path(name).asString() : "nothing";
    }

    /** The logged operations of a customer, in order. */
    static List<CustomerOperation> logged(JdbcTemplate jdbc, UUID customer) {
        return jdbc
                .queryForList(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion",
                        String.class,
                        customer.toString())
                .stream()
                .map(json -> MessageJson.read(json, CustomerOperation.class))
                .toList();
    }
}
