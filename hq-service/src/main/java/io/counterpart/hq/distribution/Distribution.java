package io.counterpart.hq.distribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.topics.WireJson;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.messaging.log.OperationLog;

/** Makes the records for the channels and leaves them in the transaction of the change that they tell of. */
@Component
public class Distribution {

    private static final String GLOBAL = "global";

    private final OperationLog log;
    private final WireJson json;

    Distribution(OperationLog log, WireJson json) {
        this.log = log;
        this.json = json;
    }

    /** Appends in the caller's transaction, in one statement. */
    public void append(List<LogEntry> entries) {
        log.append(entries);
    }

    /** How many records wait to be published. */
    public long waiting() {
        return log.depth().waiting();
    }

    /** A customer on 1010, under the account number or, while there is none, the async customer id. */
    public LogEntry snapshot(CustomerSnapshot customer, @Nullable String traceparent, Instant at) {
        String number = customer.accountNumber();
        String key = number == null ? customer.asyncCustomerId().toString() : number;
        return entry(Topics.CUSTOMERS_1010, key, customer.version(), customer, traceparent, at);
    }

    /** Takes back what was told of a customer before it had its number. */
    public LogEntry eraseOfPending(UUID asyncCustomerId, long version, Instant at) {
        return new LogEntry(
                UUID.randomUUID(),
                Topics.CUSTOMERS_1010,
                asyncCustomerId.toString(),
                version,
                "CustomerSnapshot",
                null,
                null,
                at);
    }

    /** The public news of an account number. */
    public LogEntry converted(CustomerConverted converted, @Nullable String traceparent, Instant at) {
        String key = converted.asyncCustomerId().toString();
        return entry(Topics.CUSTOMERS_CONVERTED, key, 1, converted, traceparent, at);
    }

    public LogEntry channel(ChannelConfiguration configuration, Instant at) {
        return entry(
                Topics.CHANNEL_CONFIGURATION_1070,
                configuration.channel(),
                configuration.version(),
                configuration,
                null,
                at);
    }

    public LogEntry global(GlobalConfiguration configuration, Instant at) {
        return entry(Topics.GLOBAL_CONFIGURATION_1110, GLOBAL, configuration.version(), configuration, null, at);
    }

    public LogEntry command(JobCommand command) {
        return entry(Topics.CONTROL, command.channelDatabase(), 1, command, null, command.at());
    }

    private LogEntry entry(
            String topic, String key, long version, Record payload, @Nullable String traceparent, Instant at) {
        String type = payload.getClass().getSimpleName();
        return new LogEntry(UUID.randomUUID(), topic, key, version, type, json.write(payload), traceparent, at);
    }
}
