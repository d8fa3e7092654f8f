package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.SnapshotFixtures;

import static org.assertj.core.api.Assertions.assertThat;

class LatestSnapshotsTests {

    private final UUID id = UUID.randomUUID();

    @Test
    void keepsTheHighestVersionOfEachCustomer() {
        var older = SnapshotFixtures.converted(id, "1", "Older");
        var newer = SnapshotFixtures.converted(id, "1", "Newer");
        var other = SnapshotFixtures.converted(UUID.randomUUID(), "2", "Other");

        assertThat(LatestSnapshots.of(List.of(newer, other, older))).containsExactly(newer, other);
    }

    @Test
    void keepsTheOneWithANumberWhateverTheVersions() {
        var converted = SnapshotFixtures.foreign(id, "1", "Lee");
        var pending = SnapshotFixtures.foreign(id, null, "Lee");

        assertThat(LatestSnapshots.of(List.of(converted, pending))).containsExactly(converted);
        assertThat(LatestSnapshots.of(List.of(pending, converted))).containsExactly(converted);
    }
}
