package io.counterpart.hq.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

/** Operations as channels create them. */
public final class OperationFixtures {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private OperationFixtures() {}

    public static CustomerOperation creation() {
        return creation(UUID.randomUUID());
    }

    public static CustomerOperation creation(UUID customer) {
        return creation(customer, annLee(), null);
    }

    public static CustomerOperation creation(
            UUID customer, CustomerProfile profile, @Nullable ExternalIdentity identity) {
        var content = new CustomerContent(
                profile,
                List.of(address(true)),
                List.of(contact(true)),
                List.of("VIP"),
                Map.of("shoeSize", 38),
                identity);
        return operation(customer, "harbor", 1, new OperationBody.CreateCustomer(content));
    }

    public static CustomerOperation edit(UUID customer, int number, FieldChange... changes) {
        return operation(customer, "harbor", number, new OperationBody.EditProfile(List.of(changes)));
    }

    public static CustomerOperation operation(UUID customer, String channelDatabase, int number, OperationBody body) {
        return operation(customer, channelDatabase, number, NOON.plusSeconds(number), body);
    }

    public static CustomerOperation operation(
            UUID customer, String channelDatabase, int number, Instant at, OperationBody body) {
        boolean creation = body instanceof OperationBody.CreateCustomer;
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                UUID.randomUUID(),
                channelDatabase,
                channelDatabase.equals("harbor") ? "HARBOR" : "ONLINE",
                customer,
                null,
                number,
                creation ? CreationMode.ASYNC : null,
                creation ? AsyncReason.FUNCTIONALITY_PROFILE : null,
                at,
                body);
    }

    public static CustomerProfile annLee() {
        return profile("Ann", "Lee", "ann@example.com");
    }

    public static CustomerProfile profile(@Nullable String firstName, @Nullable String lastName, String email) {
        return new CustomerProfile(
                CustomerType.PERSON,
                "Dr.",
                firstName,
                null,
                lastName,
                null,
                email,
                "+1 555 0100",
                "en-US",
                "USD",
                "RETAIL",
                null,
                null);
    }

    public static Address address(boolean primary) {
        return new Address(
                UUID.randomUUID(),
                null,
                AddressPurpose.HOME,
                "1 Pier Road",
                null,
                null,
                null,
                null,
                "Harbor",
                null,
                "WA",
                "98101",
                "USA",
                null,
                null,
                primary);
    }

    public static Contact contact(boolean primary) {
        return new Contact(UUID.randomUUID(), ContactType.EMAIL, "ann.work@example.com", true, primary);
    }
}
