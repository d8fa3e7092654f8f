package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * A validated customer with its defaults, before its registration.
 *
 * @param id the async customer id, the same for every attempt of one request
 * @param caller the device that creates it, and its clerk
 * @param entryHash hash of the entered data if the caller assigned the id: it distinguishes a repetition from another
 *     customer
 */
public record NewCustomer(
        UUID id,
        Caller caller,
        String channelDatabase,
        CustomerContent content,
        Instant createdAt,
        @Nullable String entryHash) {

    String channel() {
        return caller.channel();
    }

    /** The same customer, created by a till at this time by the clock of the till. */
    public NewCustomer madeByTill(Instant at, String hash) {
        return new NewCustomer(id, caller, channelDatabase, content, at, hash);
    }

    /** The same customer with the sign-in that caused its creation. */
    public NewCustomer signingInAs(ExternalIdentity identity) {
        return new NewCustomer(id, caller, channelDatabase, content.withIdentity(identity), createdAt, entryHash);
    }

    /**
     * The creation as an operation for HQ. Its operation id is derived from the customer id, so that a retry, even
     * after a crash, makes the same operation. A till that sends its customer to two channel databases makes two
     * operations.
     */
    CustomerOperation operation(CreationMode mode, @Nullable AsyncReason reason) {
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                IdentifierGenerator.ofCreation(id, channelDatabase),
                channelDatabase,
                channel(),
                id,
                null,
                1,
                mode,
                reason,
                createdAt,
                new OperationBody.CreateCustomer(content),
                caller.device(),
                caller.clerk());
    }

    CreationInfo origin(CreationMode mode, @Nullable AsyncReason reason) {
        return new CreationInfo(mode, reason, channel(), channelDatabase, createdAt);
    }
}
