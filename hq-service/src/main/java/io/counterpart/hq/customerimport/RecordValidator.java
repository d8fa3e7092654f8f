package io.counterpart.hq.customerimport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CreationMode;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.customerfile.CustomerRowReader;
import io.counterpart.hq.customerfile.FileRecord;
import io.counterpart.hq.customerfile.ImportedCustomer;
import io.counterpart.hq.customerfile.RowRejectedException;
import io.counterpart.hq.master.CreationInfo;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.OperationDryRun;
import io.counterpart.hq.master.OperationResult;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.ReferenceData;

/** Validates the records of one import by the rules for creations: those for entered values and those of the conversion. */
final class RecordValidator {

    // Like an edit on HQ's pages: HQ's next operation on the customer is number 2.
    private static final String HQ = "hq";
    private static final String HQ_CHANNEL = "HQ";

    private final CustomerImport job;
    private final CustomerRowReader reader;
    private final ReferenceData reference;
    private final Set<String> channels;
    private final Instant now;

    RecordValidator(
            CustomerImport job, CustomerRowReader reader, ReferenceData reference, Set<String> channels, Instant now) {
        this.job = job;
        this.reader = reader;
        this.reference = reference;
        this.channels = channels;
        this.now = now;
    }

    CheckedCustomer check(FileRecord row) {
        ImportedCustomer read = reader.read(row, job.customerId(row.line()), now);
        if (read.channel() != null && !read.channel().equals(HQ_CHANNEL) && !channels.contains(read.channel())) {
            throw new RowRejectedException(
                    "channel", "unknown-channel", "Channel “%s” doesn’t exist.".formatted(read.channel()));
        }
        CustomerOperation creation = creation(read);
        Rejected invalid = OperationDryRun.invalidValue(creation, null);
        if (invalid != null) {
            throw rejected(invalid);
        }
        var made = MasterCustomer.create(creation, CreationInfo.of(creation, null, null), 1, reference);
        if (made instanceof Rejected refusal) {
            throw rejected(refusal);
        }
        MasterCustomer customer = ((OperationResult.Applied) made).customer();
        return new CheckedCustomer(
                read, customer.numbered(read.accountNumber(), now).blocked(read.blocked()));
    }

    @Nullable String accountNumber(FileRecord row) {
        return reader.accountNumber(row);
    }

    private static CustomerOperation creation(ImportedCustomer read) {
        UUID id = read.asyncCustomerId();
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                UUID.nameUUIDFromBytes((id + "/import").getBytes(StandardCharsets.UTF_8)),
                HQ,
                Objects.requireNonNullElse(read.channel(), HQ_CHANNEL),
                id,
                read.accountNumber(),
                1,
                CreationMode.SYNC,
                null,
                read.createdAt(),
                new OperationBody.CreateCustomer(read.content()));
    }

    private static RowRejectedException rejected(Rejected reason) {
        return new RowRejectedException(reason.field(), reason.code(), reason.message());
    }
}
