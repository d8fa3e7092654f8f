package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/**
 * A customer about to be registered.
 *
 * @param id the async customer id, the same for every try of one request
 */
record NewCustomer(UUID id, String channel, String channelDatabase, CustomerContent content, Instant createdAt) {

    /**
     * The creation as HQ hears of it. Its operation id is the customer's id: whoever tries again, after whatever crash,
     * makes the same operation.
     */
    CustomerOperation operation(CreationMode mode, @Nullable AsyncReason reason) {
        return new CustomerOperation(
                CustomerOperation.SCHEMA_VERSION,
                id,
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

    Origin origin(CreationMode mode, @Nullable AsyncReason reason) {
        return new Origin(mode, reason, channel, channelDatabase, createdAt);
    }
}
