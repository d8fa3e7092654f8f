package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.Snapshots;

import static org.assertj.core.api.Assertions.assertThat;

class NewestTests {

    private final UUID id = UUID.randomUUID();

    @Test
    void keepsTheHighestVersionOfEachCustomer() {
        var older = Snapshots.converted(id, "1", "Older");
        var newer = Snapshots.converted(id, "1", "Newer");
        var other = Snapshots.converted(UUID.randomUUID(), "2", "Other");

        assertThat(Newest.of(List.of(newer, other, older))).containsExactly(newer, other);
    }

    @Test
    void keepsTheOneWithANumberWhateverTheVersions() {
        var converted = Snapshots.foreign(id, "1", "Lee");
        var pending = Snapshots.foreign(id, null, "Lee");

        assertThat(Newest.of(List.of(converted, pending))).containsExactly(converted);
        assertThat(Newest.of(List.of(pending, converted))).containsExactly(converted);
    }
}
