package io.counterpart.contract.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.SyncStatus;

/**
 * The complete state of a customer at HQ: the value of 1010 and the response of the Real-time service.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}; readers ignore unknown fields
 * @param version grows with every change at HQ; a reader applies only a higher version than its own
 * @param accountNumber null while HQ has only staged the customer
 * @param aliases further async customer ids of this customer
 * @param channelDatabase where the customer was created
 * @param appliedOperations by channel database, the number of its last operation that HQ applied to this customer;
 *     operations made under an alias are counted separately, under {@code <channel database>/<alias>}
 * @param unchangedSince the channel database whose operations alone produced this content, if there is one: that
 *     channel database has these parts already
 * @param stagedAt,convertedAt,uploadedAt the timeline of the creation; null: unknown
 * @param lastSyncError why the conversion failed, as text for a person
 * @param unappliedOperations operations of this customer that HQ refused, and those that wait behind them; bounded.
 *     Null: an HQ of an earlier release, which does not report them
 * @param editVersion the version that editors at HQ compare: it does not grow when only {@code unappliedOperations}
 *     changes. Null: the same as {@code version}
 * @param changedAt when people last changed a field, by the name that HQ gives it: an edit that arrives late must not
 *     win against a later one after a restore either. Null: no field was changed, or an HQ of an earlier release
 * @param erasedAt when HQ erased the personal data of this customer: the content is empty, and the receiver erases what
 *     it has of this customer and its aliases. Null: not erased
 * @param mergedInto the customer into which HQ merged this one: the content is empty, and the IDs and the number of this
 *     customer are those of the other. Absent: not merged, or the merge was undone
 */
public record CustomerSnapshot(
        int schemaVersion,
        long version,
        UUID asyncCustomerId,
        @Nullable String accountNumber,
        List<UUID> aliases,
        SyncStatus syncStatus,
        String channel,
        String channelDatabase,
        CreationMode creationMode,
        @Nullable AsyncReason asyncReason,
        Instant createdAt,
        @Nullable Instant uploadedAt,
        @Nullable Instant stagedAt,
        @Nullable Instant convertedAt,
        Map<String, Integer> appliedOperations,
        @Nullable String unchangedSince,
        @Nullable String lastSyncError,
        boolean blocked,
        CustomerContent content,
        @Nullable List<UnappliedOperation> unappliedOperations,
        @Nullable Long editVersion,
        @Nullable Map<String, Instant> changedAt,
        @Nullable Instant erasedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID mergedInto) {

    public static final int SCHEMA_VERSION = 1;

    /** A snapshot without the fields that earlier releases do not have. */
    public CustomerSnapshot(
            int schemaVersion,
            long version,
            UUID asyncCustomerId,
            @Nullable String accountNumber,
            List<UUID> aliases,
            SyncStatus syncStatus,
            String channel,
            String channelDatabase,
            CreationMode creationMode,
            @Nullable AsyncReason asyncReason,
            Instant createdAt,
            @Nullable Instant uploadedAt,
            @Nullable Instant stagedAt,
            @Nullable Instant convertedAt,
            Map<String, Integer> appliedOperations,
            @Nullable String unchangedSince,
            @Nullable String lastSyncError,
            boolean blocked,
            CustomerContent content) {
        this(
                schemaVersion,
                version,
                asyncCustomerId,
                accountNumber,
                aliases,
                syncStatus,
                channel,
                channelDatabase,
                creationMode,
                asyncReason,
                createdAt,
                uploadedAt,
                stagedAt,
                convertedAt,
                appliedOperations,
                unchangedSince,
                lastSyncError,
                blocked,
                content,
                null,
                null,
                null);
    }

    /** A snapshot of a customer that is neither erased nor merged. */
    public CustomerSnapshot(
            int schemaVersion,
            long version,
            UUID asyncCustomerId,
            @Nullable String accountNumber,
            List<UUID> aliases,
            SyncStatus syncStatus,
            String channel,
            String channelDatabase,
            CreationMode creationMode,
            @Nullable AsyncReason asyncReason,
            Instant createdAt,
            @Nullable Instant uploadedAt,
            @Nullable Instant stagedAt,
            @Nullable Instant convertedAt,
            Map<String, Integer> appliedOperations,
            @Nullable String unchangedSince,
            @Nullable String lastSyncError,
            boolean blocked,
            CustomerContent content,
            @Nullable List<UnappliedOperation> unappliedOperations,
            @Nullable Long editVersion,
            @Nullable Map<String, Instant> changedAt) {
        this(
                schemaVersion,
                version,
                asyncCustomerId,
                accountNumber,
                aliases,
                syncStatus,
                channel,
                channelDatabase,
                creationMode,
                asyncReason,
                createdAt,
                uploadedAt,
                stagedAt,
                convertedAt,
                appliedOperations,
                unchangedSince,
                lastSyncError,
                blocked,
                content,
                unappliedOperations,
                editVersion,
                changedAt,
                null,
                null);
    }

    /** The version that an editor at HQ sends back as If-Match. */
    public long versionForEditors() {
        return editVersion == null ? version : editVersion;
    }

    /** Whether HQ merged this customer into another one. */
    @JsonIgnore
    public boolean isMerged() {
        return mergedInto != null;
    }

    /** Whether HQ erased the personal data of this customer. */
    @JsonIgnore
    public boolean isErased() {
        return erasedAt != null;
    }
}
