package io.counterpart.channel.download;

import java.util.Objects;
import java.util.stream.Stream;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.intake.RejectedRecordException;

/** Reads a snapshot and rejects one without a mandatory field. */
final class SnapshotReader {

    private SnapshotReader() {}

    static CustomerSnapshot read(byte[] json) {
        CustomerSnapshot snapshot = MessageJson.read(json, CustomerSnapshot.class);
        boolean whole = snapshot != null
                && Stream.of(
                                snapshot.asyncCustomerId(),
                                snapshot.aliases(),
                                snapshot.syncStatus(),
                                snapshot.channel(),
                                snapshot.channelDatabase(),
                                snapshot.creationMode(),
                                snapshot.createdAt(),
                                snapshot.appliedOperations(),
                                snapshot.content())
                        .allMatch(Objects::nonNull)
                && snapshot.content().profile() != null
                && snapshot.content().profile().type() != null;
        if (!whole) {
            throw new RejectedRecordException("Not a whole customer snapshot");
        }
        return snapshot;
    }
}
