package io.counterpart.channel.download;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.persistence.ContentColumns;
import io.counterpart.channel.persistence.InsertStatement.Column;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.search.SearchTerms;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A column of the table {@code customer} and the source of its value.
 *
 * @param type PostgreSQL type of one element; a list is passed as the text of an array
 */
record CustomerColumn(String name, String type, Function<ReceivedSnapshot, @Nullable Object> value) {

    /** Columns that change with every snapshot; none of them is indexed. */
    static final List<CustomerColumn> STATE = List.of(
            of("async_customer_id", "uuid", CustomerSnapshot::asyncCustomerId),
            of("account_number", "text", CustomerSnapshot::accountNumber),
            new CustomerColumn("sync_status", "text", ReceivedSnapshot::syncStatus),
            new CustomerColumn("last_sync_error", "text", ReceivedSnapshot::lastSyncError),
            of("uploaded_at", "timestamptz", CustomerSnapshot::uploadedAt),
            of("staged_at", "timestamptz", CustomerSnapshot::stagedAt),
            of("converted_at", "timestamptz", CustomerSnapshot::convertedAt),
            new CustomerColumn(
                    "returned_at",
                    "timestamptz",
                    arrived -> arrived.snapshot().accountNumber() == null ? null : arrived.at()),
            new CustomerColumn("applied_operation", "integer", ReceivedSnapshot::appliedOperation),
            of("hq_version", "bigint", CustomerSnapshot::version),
            of("blocked", "boolean", CustomerSnapshot::blocked),
            new CustomerColumn("snapshot_at", "timestamptz", ReceivedSnapshot::at),
            new CustomerColumn(
                    "applied_operations",
                    "jsonb",
                    arrived -> MessageJson.write(arrived.snapshot().appliedOperations())),
            new CustomerColumn("changed_at", "jsonb", CustomerColumn::changedAt),
            of("erased_at", "timestamptz", CustomerSnapshot::erasedAt));

    /** Columns of the content that users enter. */
    static final List<CustomerColumn> CONTENT = Stream.concat(
                    ContentColumns.PROFILE.stream().map(CustomerColumn::profile),
                    Stream.of(
                            identity("identity_issuer", ExternalIdentity::issuer),
                            identity("identity_subject", ExternalIdentity::subject),
                            new CustomerColumn(
                                    "affiliations",
                                    "varchar[]",
                                    arrived -> arrived.content().affiliations()),
                            new CustomerColumn(
                                    "attributes",
                                    "jsonb",
                                    arrived ->
                                            MessageJson.write(arrived.content().attributes())),
                            new CustomerColumn("search_terms", "text[]", arrived -> SearchTerms.of(arrived.content()))))
            .toList();

    /** Not a column of the table: whether the version has to grow. */
    static final CustomerColumn PARTS_CHANGED =
            new CustomerColumn("parts_changed", "boolean", ReceivedSnapshot::partsChanged);

    /** Columns that are set only on insert. */
    static final List<CustomerColumn> ORIGIN = List.of(
            of("creation_mode", "text", CustomerSnapshot::creationMode),
            of("async_reason", "text", CustomerSnapshot::asyncReason),
            of("created_in_channel", "text", CustomerSnapshot::channel),
            of("created_in_channel_database", "text", CustomerSnapshot::channelDatabase),
            of("created_at", "timestamptz", CustomerSnapshot::createdAt),
            new CustomerColumn("last_operation", "integer", ReceivedSnapshot::appliedOperation),
            new CustomerColumn("version", "bigint", arrived -> 1));

    private static @Nullable String changedAt(ReceivedSnapshot arrived) {
        Map<String, Instant> times = arrived.snapshot().changedAt();
        return times == null ? null : MessageJson.write(times);
    }

    private static CustomerColumn of(String name, String type, Function<CustomerSnapshot, @Nullable Object> value) {
        return new CustomerColumn(name, type, arrived -> value.apply(arrived.snapshot()));
    }

    private static CustomerColumn profile(Column<CustomerProfile> column) {
        return new CustomerColumn(
                column.name(),
                column.name().startsWith("opt_out_") ? "boolean" : "text",
                arrived -> column.value().apply(arrived.content().profile()));
    }

    private static CustomerColumn identity(String name, Function<ExternalIdentity, @Nullable Object> value) {
        return new CustomerColumn(name, "text", arrived -> {
            ExternalIdentity identity = arrived.content().externalIdentity();
            return identity == null ? null : value.apply(identity);
        });
    }

    boolean isArray() {
        return type.endsWith("[]");
    }
}
