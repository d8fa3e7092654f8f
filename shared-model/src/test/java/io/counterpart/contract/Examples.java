package io.counterpart.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.contract.snapshot.UnappliedOperation;

/** One example of every event, by the name of its golden file. */
final class Examples {

    static final UUID ANN = UUID.fromString("0198f3a0-0000-7000-8000-00000000a11e");
    private static final UUID PIER_ROAD = UUID.fromString("0198f3a0-0000-7000-8000-0000000add01");
    private static final UUID WORK_EMAIL = UUID.fromString("0198f3a0-0000-7000-8000-0000000c0701");
    private static final String TOKEN_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final UUID CLERK = UUID.fromString("0198f3a0-0000-7000-8000-00000000c1e4");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final Instant LATER = Instant.parse("2026-03-01T12:00:01Z");

    static final Contact CONTACT = new Contact(
            WORK_EMAIL,
            ContactType.EMAIL,
            "ann.work@example.com",
            true,
            false,
            LATER,
            "Web shop",
            "newsletter-2026-03");

    private static final List<OperationBody> BODIES = List.of(
            new OperationBody.CreateCustomer(content()),
            new OperationBody.EditProfile(
                    List.of(new FieldChange("lastName", "Lee", "Lee-Ohm"), new FieldChange("middleName", "M.", null))),
            new OperationBody.AddAddress(address()),
            new OperationBody.EditAddress(PIER_ROAD, List.of(new FieldChange("street", "1 Pier Road", "2 Pier Road"))),
            new OperationBody.DeactivateAddress(PIER_ROAD),
            new OperationBody.AddContact(CONTACT),
            new OperationBody.EditContact(WORK_EMAIL, List.of(new FieldChange("marketingConsent", true, false))),
            new OperationBody.DeactivateContact(WORK_EMAIL),
            new OperationBody.SetAffiliations(List.of(), List.of("STAFF", "VIP")),
            new OperationBody.SetAttributes(List.of(
                    new FieldChange("shoeSize", null, 38),
                    new FieldChange("height", 1.7, 1.75),
                    new FieldChange("newsletter", true, null))),
            new OperationBody.LinkIdentity(new ExternalIdentity("https://login.example.com", "abc")),
            new OperationBody.CreateOrder(new CustomerOrder(
                    UUID.fromString("0198f3a0-0000-7000-8000-0000000000de"),
                    "USD",
                    List.of(new CustomerOrder.Line("MUG", "2", "19.90")),
                    "no bag")),
            new OperationBody.CancelOrder(
                    UUID.fromString("0198f3a0-0000-7000-8000-0000000000de"), "Ordered by mistake"),
            new OperationBody.AddNote("Prefers to be called in the evening."));

    private Examples() {}

    static Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        operations().forEach(operation -> all.put("customer-operation." + fileName(operation.kind()), operation));
        all.put("customer-snapshot.converted", converted());
        all.put("customer-snapshot.erased", erased());
        all.put("customer-snapshot.pending", pending());
        all.put("customer-converted", new CustomerConverted(1, ANN, "C000000001", "HARBOR", LATER));
        all.put("channel-configuration", ChannelExamples.channelConfiguration());
        all.put("global-configuration", ChannelExamples.globalConfiguration());
        all.put("job-command", JobCommand.of("harbor", "P-0001", JobCommand.Action.SCHEDULE, 60, NOON));
        all.put("job-command.upload-again", JobCommand.uploadAgain("harbor", ANN, 17, 21, NOON));
        all.put("job-command.revoke-token", JobCommand.revokeToken("harbor", TOKEN_HASH, NOON));
        all.put("job-command.revoke-clerk", JobCommand.revokeClerk("harbor", CLERK, NOON));
        all.put("job-command.report-customers", JobCommand.reportCustomers("harbor", ANN, NOON, LATER));
        ChannelExamples.reports().forEach(all::put);
        return all;
    }

    static List<CustomerOperation> operations() {
        var operations = new ArrayList<CustomerOperation>();
        for (OperationBody body : BODIES) {
            operations.add(operation(operations.size() + 1, body));
        }
        return operations;
    }

    private static CustomerOperation operation(int number, OperationBody body) {
        boolean first = number == 1;
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                UUID.fromString("0198f3a0-0000-7000-8000-0000000000%02d".formatted(number)),
                "harbor",
                "HARBOR",
                ANN,
                first ? null : "C000000001",
                number,
                first ? CreationMode.ASYNC : null,
                first ? AsyncReason.FUNCTIONALITY_PROFILE : null,
                NOON,
                body,
                "till-1",
                first ? null : "4711");
    }

    private static CustomerContent content() {
        return new CustomerContent(
                profile(),
                List.of(address()),
                List.of(CONTACT),
                List.of("VIP"),
                Map.of("shoeSize", 38, "height", 1.75, "newsletter", true, "nickname", "Annie"),
                new ExternalIdentity("https://login.example.com", "abc"));
    }

    static CustomerProfile profile() {
        return new CustomerProfile(
                CustomerType.PERSON,
                "Dr.",
                "Ann",
                null,
                "Lee",
                null,
                "ann@example.com",
                "+1 555 0100",
                "en-US",
                "USD",
                "RETAIL",
                ReceiptOption.EMAIL,
                null,
                "+1 555 0177",
                "https://ann.example.com",
                "GB 123 4567 89",
                "C000000009",
                true,
                false);
    }

    static Address address() {
        return new Address(
                PIER_ROAD,
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
                true);
    }

    static CustomerSnapshot converted() {
        return snapshot(7, "C000000001", SyncStatus.SYNCED, LATER, null);
    }

    static CustomerSnapshot erased() {
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                8,
                ANN,
                "C000000001",
                List.of(UUID.fromString("0198f3a0-0000-7000-8000-00000000a11a")),
                SyncStatus.SYNCED,
                "HARBOR",
                "harbor",
                CreationMode.ASYNC,
                AsyncReason.FUNCTIONALITY_PROFILE,
                NOON,
                NOON,
                LATER,
                LATER,
                Map.of("harbor", 1, "online", 5),
                null,
                null,
                true,
                CustomerContent.empty(CustomerType.PERSON),
                List.of(),
                null,
                null,
                LATER,
                null);
    }

    private static CustomerSnapshot pending() {
        return snapshot(0, null, SyncStatus.SYNC_FAILED, null, "There is no customer group RETAIL");
    }

    private static CustomerSnapshot snapshot(
            long version,
            @Nullable String accountNumber,
            SyncStatus status,
            @Nullable Instant convertedAt,
            @Nullable String error) {
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                version,
                ANN,
                accountNumber,
                List.of(UUID.fromString("0198f3a0-0000-7000-8000-00000000a11a")),
                status,
                "HARBOR",
                "harbor",
                CreationMode.ASYNC,
                AsyncReason.FUNCTIONALITY_PROFILE,
                NOON,
                NOON,
                LATER,
                convertedAt,
                version == 0 ? Map.of() : Map.of("harbor", 1, "online", 3),
                version == 0 ? null : "harbor",
                error,
                false,
                content(),
                version == 0 ? null : unapplied(),
                version == 0 ? null : 6L,
                version == 0 ? null : Map.of("phone", LATER));
    }

    private static List<UnappliedOperation> unapplied() {
        return List.of(
                new UnappliedOperation(
                        "online", 4, UnappliedOperation.Status.FAILED, "value-too-long", "lastName has more than 100"),
                new UnappliedOperation("online", 5, UnappliedOperation.Status.WAITING, null, null));
    }

    private static String fileName(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
