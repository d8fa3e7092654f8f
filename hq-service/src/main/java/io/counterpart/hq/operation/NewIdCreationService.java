package io.counterpart.hq.operation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.stereotype.Service;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.ConversionResult.Rejected;
import io.counterpart.hq.synchronization.ImmediateConversion;

/** Creates the customer of an operation under another async customer ID, because its own belongs to another customer. */
@Service
class NewIdCreationService {

    private final OperationReader reader;
    private final ImmediateConversion conversion;

    NewIdCreationService(OperationReader reader, ImmediateConversion conversion) {
        this.reader = reader;
        this.conversion = conversion;
    }

    /** Returns the new ID; it follows from the operation, so that repeating the decision creates nothing twice. */
    UUID create(OperationRow row) {
        CustomerOperation original = reader.read(row.payload());
        UUID customer = derived("customer", original);
        var creation = new CustomerOperation(
                original.schemaVersion(),
                derived("operation", original),
                original.channelDatabase(),
                original.channel(),
                customer,
                null,
                1,
                original.mode(),
                original.asyncReason(),
                original.occurredAt(),
                original.body());
        if (conversion.convert(creation) instanceof Rejected rejected) {
            throw HqProblem.HEADQUARTERS_REFUSED.because(rejected.message());
        }
        return customer;
    }

    private static UUID derived(String what, CustomerOperation original) {
        return UUID.nameUUIDFromBytes(
                ("new-id:" + what + ":" + original.operationId()).getBytes(StandardCharsets.UTF_8));
    }
}
