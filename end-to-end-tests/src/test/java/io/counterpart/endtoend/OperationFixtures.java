package io.counterpart.endtoend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Operations of HARBOR as the P-job would send them, for scenarios in which Kafka misbehaves. */
final class OperationFixtures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OperationFixtures() {}

    static String creation(UUID customer, String lastName, String customerGroup) {
        var profile = new CustomerProfile(
                CustomerType.PERSON,
                null,
                "Ann",
                null,
                lastName,
                null,
                null,
                null,
                "en-US",
                "USD",
                customerGroup,
                null,
                null);
        var content = new CustomerContent(profile, List.of(), List.of(), List.of(), Map.of(), null);
        return json(customer, 1, CreationMode.ASYNC, new OperationBody.CreateCustomer(content));
    }

    static String newLastName(UUID customer, int number, String before, String after) {
        var change = new FieldChange("lastName", before, after);
        return json(customer, number, null, new OperationBody.EditProfile(List.of(change)));
    }

    private static String json(
            UUID customer, int number, @org.jspecify.annotations.Nullable CreationMode mode, OperationBody body) {
        return JSON.writeValueAsString(new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                UUID.randomUUID(),
                "harbor",
                "HARBOR",
                customer,
                null,
                number,
                mode,
                mode == null ? null : AsyncReason.FUNCTIONALITY_PROFILE,
                Instant.now(),
                body));
    }
}
