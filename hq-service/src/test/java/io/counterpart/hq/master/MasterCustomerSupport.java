package io.counterpart.hq.master;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.OperationResult.Applied;
import io.counterpart.hq.testing.OperationFixtures;

import static io.counterpart.hq.testing.OperationFixtures.NOON;

/** Base class of tests that apply operations to a customer in memory. */
abstract class MasterCustomerSupport {

    static final UUID ID = UUID.randomUUID();
    static final Address HOME = OperationFixtures.address(true);
    static final Contact WORK = OperationFixtures.contact(true);
    final MasterCustomer ann = created(content(OperationFixtures.annLee(), List.of(HOME), List.of(WORK)));

    static MasterCustomer apply(MasterCustomer customer, CustomerOperation operation) {
        return ((Applied) customer.apply(operation, ReferenceData.NONE)).customer();
    }

    static MasterCustomer created(CustomerContent content) {
        var creation = operation("harbor", 1, NOON.minusSeconds(60), new OperationBody.CreateCustomer(content));
        return ((Applied) MasterCustomer.create(creation, origin(creation), 1, ReferenceData.NONE)).customer();
    }

    static CreationInfo origin(CustomerOperation creation) {
        return CreationInfo.of(creation, NOON, NOON);
    }

    static CustomerContent content(CustomerProfile profile, List<Address> addresses, List<Contact> contacts) {
        return new CustomerContent(profile, addresses, contacts, List.of("VIP"), Map.of("shoeSize", 38), null);
    }

    static CustomerOperation edit(String database, int number, Instant at, FieldChange... changes) {
        return operation(database, number, at, new OperationBody.EditProfile(List.of(changes)));
    }

    static CustomerOperation operation(String database, int number, Instant at, OperationBody body) {
        return OperationFixtures.operation(ID, database, number, at, body);
    }

    static FieldChange change(String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(field, before, after);
    }
}
