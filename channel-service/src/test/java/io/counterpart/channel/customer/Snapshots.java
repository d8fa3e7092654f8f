package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.Hq;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Snapshots as HQ sends them. */
final class Snapshots {

    private Snapshots() {}

    static CustomerSnapshot converted(UUID id, String number, String lastName) {
        var profile = new CustomerProfile(
                CustomerType.PERSON, null, null, null, lastName, null, null, null, null, null, null, null, null);
        return new CustomerSnapshot(
                1,
                Hq.nextVersion(),
                id,
                number,
                List.of(),
                SyncStatus.SYNCED,
                "HARBOR",
                ChannelServiceContext.CHANNEL_DATABASE,
                CreationMode.ASYNC,
                null,
                Instant.now(),
                null,
                null,
                Instant.now(),
                Map.of(ChannelServiceContext.CHANNEL_DATABASE, 1),
                ChannelServiceContext.CHANNEL_DATABASE,
                null,
                false,
                new CustomerContent(profile, List.of(), List.of(), List.of(), Map.of(), null));
    }
}
