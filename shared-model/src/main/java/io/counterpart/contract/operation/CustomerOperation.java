package io.counterpart.contract.operation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;

/**
 * One operation on one customer, made in a channel. The P-job uploads it to HQ; the Real-time service accepts the same
 * record, so that a call whose response was lost and the record that follows it are one operation.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}; readers ignore unknown fields
 * @param operationId unique; an operation received twice has one effect
 * @param asyncCustomerId the permanent key of the customer
 * @param accountNumber the account number known to the channel when the operation was made
 * @param operationNumber 1, 2, 3 … per customer and channel database; HQ applies n only after n-1
 * @param mode whether HQ was called at once; only for a creation
 * @param asyncReason why HQ was not called; only for a creation in async mode
 * @param occurredAt when the user acted, by the clock of the till or the channel
 * @param device the till or storefront, by the name of its token. Null: a channel of an earlier release, or HQ
 * @param clerk who acted, as the till named it. Null: not named, or from a channel of an earlier release
 */
public record CustomerOperation(
        int schemaVersion,
        UUID operationId,
        String channelDatabase,
        String channel,
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        int operationNumber,
        @Nullable CreationMode mode,
        @Nullable AsyncReason asyncReason,
        Instant occurredAt,
        OperationBody body,
        @Nullable String device,
        @Nullable String clerk) {

    public static final int SCHEMA_VERSION = 1;

    /** An operation without the fields that earlier releases do not have. */
    public CustomerOperation(
            int schemaVersion,
            UUID operationId,
            String channelDatabase,
            String channel,
            UUID asyncCustomerId,
            @Nullable String accountNumber,
            int operationNumber,
            @Nullable CreationMode mode,
            @Nullable AsyncReason asyncReason,
            Instant occurredAt,
            OperationBody body) {
        this(
                schemaVersion,
                operationId,
                channelDatabase,
                channel,
                asyncCustomerId,
                accountNumber,
                operationNumber,
                mode,
                asyncReason,
                occurredAt,
                body,
                null,
                null);
    }

    /** Returns this operation with the device and the clerk that made it. */
    public CustomerOperation madeBy(@Nullable String maker, @Nullable String person) {
        return copy(operationId, asyncCustomerId, accountNumber, operationNumber, occurredAt, maker, person);
    }

    /** Returns this operation with another operation number. */
    public CustomerOperation withNumber(int number) {
        return copy(operationId, asyncCustomerId, accountNumber, number, occurredAt);
    }

    /** Returns the first operation of another customer, with the same body. */
    public CustomerOperation forCustomer(UUID newOperationId, UUID newCustomerId) {
        return copy(newOperationId, newCustomerId, null, 1, occurredAt);
    }

    @JsonIgnore
    public OperationKind kind() {
        return body.kind();
    }

    /** Returns this operation with another time. */
    public CustomerOperation at(Instant time) {
        return copy(operationId, asyncCustomerId, accountNumber, operationNumber, time);
    }

    private CustomerOperation copy(UUID id, UUID customer, @Nullable String account, int number, Instant time) {
        return copy(id, customer, account, number, time, device, clerk);
    }

    private CustomerOperation copy(
            UUID id,
            UUID customer,
            @Nullable String account,
            int number,
            Instant time,
            @Nullable String maker,
            @Nullable String person) {
        return new CustomerOperation(
                schemaVersion,
                id,
                channelDatabase,
                channel,
                customer,
                account,
                number,
                mode,
                asyncReason,
                time,
                body,
                maker,
                person);
    }
}
