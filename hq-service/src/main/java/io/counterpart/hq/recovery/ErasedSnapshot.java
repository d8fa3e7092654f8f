package io.counterpart.hq.recovery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/** The result of a merge of two states of a customer of which at least one is erased. */
final class ErasedSnapshot {

    private ErasedSnapshot() {}

    static CustomerSnapshot of(
            CustomerSnapshot newer, CustomerSnapshot older, List<UUID> aliases, Map<String, Integer> applied) {
        CustomerSnapshot erased = newer.isErased() ? newer : older;
        return new CustomerSnapshot(
                erased.schemaVersion(),
                newer.version(),
                erased.asyncCustomerId(),
                erased.accountNumber(),
                aliases,
                erased.syncStatus(),
                erased.channel(),
                erased.channelDatabase(),
                erased.creationMode(),
                erased.asyncReason(),
                erased.createdAt(),
                erased.uploadedAt(),
                erased.stagedAt(),
                erased.convertedAt(),
                applied,
                null,
                null,
                true,
                erased.content(),
                List.of(),
                null,
                null,
                erased.erasedAt(),
                null);
    }
}
