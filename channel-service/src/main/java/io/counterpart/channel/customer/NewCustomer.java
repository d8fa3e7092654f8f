package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * A customer about to be registered, checked and with its defaults.
 *
 * @param id the async customer id, the same for every try of one request
 * @param entryHash of what was entered, where the caller made the id: so a repetition is told from another customer
 */
public record NewCustomer(
        UUID id,
        String channel,
        String channelDatabase,
        CustomerContent content,
        Instant createdAt,
        @Nullable String entryHash) {

    /** Made by a till, at that moment by the clock of the till. */
    public NewCustomer madeByTill(Instant at, String hash) {
        return new NewCustomer(id, channel, channelDatabase, content, at, hash);
    }

    /** With the sign-in that it came by. */
    public NewCustomer signingInAs(ExternalIdentity identity) {
        var whole = new CustomerContent(
                content.profile(),
                content.addresses(),
                content.contacts(),
                content.affiliations(),
                content.attributes(),
                identity);
        return new NewCustomer(id, channel, channelDatabase, whole, createdAt, entryHash);
    }

    /**
     * The creation as HQ hears of it. Its operation id comes from the customer's: whoever tries again, after whatever
     * crash, makes the same operation. A till that sends its customer to two channel databases makes two.
     */
    CustomerOperation operation(CreationMode mode, @Nullable AsyncReason reason) {
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                IdentifierGenerator.ofCreation(id, channelDatabase),
                channelDatabase,
                channel,
                id,
                null,
                1,
                mode,
                reason,
                createdAt,
                new OperationBody.CreateCustomer(content));
    }

    CreationInfo origin(CreationMode mode, @Nullable AsyncReason reason) {
        return new CreationInfo(mode, reason, channel, channelDatabase, createdAt);
    }
}
