package io.counterpart.contract.operation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;

/**
 * One act on one customer, made in a channel. The P-job carries it to HQ; the Real-time service takes the same record,
 * so that a call whose answer was lost and the record that follows it are one operation.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}; readers ignore fields that they do not know
 * @param operationId unique; the same id twice is one effect
 * @param asyncCustomerId the customer's key for ever
 * @param accountNumber what the channel knew when the operation was made
 * @param operationNumber 1, 2, 3 … for each customer and channel database; HQ applies n only after n-1
 * @param mode whether HQ was asked at once; only of a creation
 * @param asyncReason why not; only of a creation in async mode
 * @param occurredAt when the person acted, by the clock of the till or the channel
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
        OperationBody body) {

    public static final int SCHEMA_VERSION = 1;

    /** The same operation under another number. */
    public CustomerOperation withNumber(int number) {
        return new CustomerOperation(
                schemaVersion,
                operationId,
                channelDatabase,
                channel,
                asyncCustomerId,
                accountNumber,
                number,
                mode,
                asyncReason,
                occurredAt,
                body);
    }

    /** The first operation of another customer, with the same body. */
    public CustomerOperation forCustomer(UUID newOperationId, UUID newCustomerId) {
        return new CustomerOperation(
                schemaVersion,
                newOperationId,
                channelDatabase,
                channel,
                newCustomerId,
                null,
                1,
                mode,
                asyncReason,
                occurredAt,
                body);
    }

    @JsonIgnore
    public OperationKind kind() {
        return body.kind();
    }

    /** The same operation, made at another time. */
    public CustomerOperation at(Instant time) {
        return new CustomerOperation(
                schemaVersion,
                operationId,
                channelDatabase,
                channel,
                asyncCustomerId,
                accountNumber,
                operationNumber,
                mode,
                asyncReason,
                time,
                body);
    }
}
