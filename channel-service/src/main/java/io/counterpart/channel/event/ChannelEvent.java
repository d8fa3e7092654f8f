package io.counterpart.channel.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.messaging.MessageJson;

/**
 * An event for tills and storefronts; it contains no personal data, so that a client reads the customer for details.
 *
 * @param channel for a customer, the channel that created it; for a configuration, its channel; null: all channels
 * @param data JSON
 */
public record ChannelEvent(
        EventType type, @Nullable String channel, @Nullable UUID asyncCustomerId, String data, Instant occurredAt) {

    /** The customer now has its account number, and none of its operations is refused by HQ. */
    public static ChannelEvent synced(
            UUID asyncCustomerId, String accountNumber, @Nullable String channel, Instant at) {
        return ofCustomer(EventType.CUSTOMER_SYNCED, asyncCustomerId, accountNumber, channel, at);
    }

    /** HQ refused the customer or a later operation of it; {@code lastSyncError} contains the reason. */
    public static ChannelEvent syncFailed(
            UUID asyncCustomerId, @Nullable String accountNumber, @Nullable String channel, Instant at) {
        return ofCustomer(EventType.CUSTOMER_SYNC_FAILED, asyncCustomerId, accountNumber, channel, at);
    }

    public static ChannelEvent changed(UUID asyncCustomerId, @Nullable String accountNumber, Instant at) {
        return ofCustomer(EventType.CUSTOMER_CHANGED, asyncCustomerId, accountNumber, null, at);
    }

    /** HQ merged the customer into another one: the ID and the number are those of {@code replacedBy} from now on. */
    public static ChannelEvent merged(
            UUID asyncCustomerId, @Nullable String accountNumber, @Nullable UUID replacedBy, Instant at) {
        var data = ofCustomer(asyncCustomerId, accountNumber);
        data.put("replacedBy", replacedBy);
        return new ChannelEvent(EventType.CUSTOMER_CHANGED, null, asyncCustomerId, json(data, at), at);
    }

    /** HQ erased the personal data of the customer: a till deletes what it has of it. */
    public static ChannelEvent erased(UUID asyncCustomerId, @Nullable String accountNumber, Instant at) {
        return ofCustomer(EventType.CUSTOMER_ERASED, asyncCustomerId, accountNumber, null, at);
    }

    /** The channel applied another version of 1070; without a channel: all channels applied another version of 1110. */
    public static ChannelEvent configuration(@Nullable String channel, long version, Instant at) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("job", channel == null ? "1110" : "1070");
        data.put("version", version);
        return new ChannelEvent(EventType.CONFIGURATION_CHANGED, channel, null, json(data, at), at);
    }

    private static ChannelEvent ofCustomer(
            EventType type, UUID id, @Nullable String accountNumber, @Nullable String channel, Instant at) {
        return new ChannelEvent(type, channel, id, json(ofCustomer(id, accountNumber), at), at);
    }

    private static Map<String, @Nullable Object> ofCustomer(UUID id, @Nullable String accountNumber) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("asyncCustomerId", id);
        if (accountNumber != null) {
            data.put("accountNumber", accountNumber);
        }
        return data;
    }

    private static String json(Map<String, @Nullable Object> data, Instant at) {
        data.put("occurredAt", at);
        return MessageJson.write(data);
    }
}
