package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.contract.snapshot.UnappliedOperation;
import io.counterpart.contract.snapshot.UnappliedOperation.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** A till sees that HQ refused a later operation, and that it was repaired or skipped. */
class RefusedOperationsIT extends ChannelServiceContext {

    private static final UnappliedOperation REFUSED =
            new UnappliedOperation(CHANNEL_DATABASE, 2, Status.FAILED, "value-too-long", "The name is too long");
    private static final UnappliedOperation WAITING =
            new UnappliedOperation(CHANNEL_DATABASE, 3, Status.WAITING, null, null);

    @Autowired
    private SnapshotApplyService intake;

    private final String number = KafkaHeadquarters.accountNumber();

    @Test
    void showsWhyALaterOperationFailedUntilItIsRepaired() {
        CustomerSnapshot synced = synced();
        UUID id = synced.asyncCustomerId();

        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of(REFUSED, WAITING))));
        JsonNode failed = show(id);
        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of())));

        assertThat(failed.path("syncStatus").asString()).isEqualTo("SYNC_FAILED");
        assertThat(failed.path("lastSyncError").asString()).isEqualTo("The name is too long");
        assertThat(failed.path("accountNumber").asString()).isEqualTo(number);
        assertThat(show(id).path("syncStatus").asString()).isEqualTo("SYNCED");
        assertThat(show(id).path("lastSyncError").isNull()).isTrue();
        assertEvents(id, "CUSTOMER_SYNCED", "CUSTOMER_SYNC_FAILED", "CUSTOMER_SYNCED");
    }

    @Test
    void tellsOnceOfTheSameRefusal() {
        CustomerSnapshot synced = synced();

        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of(REFUSED))));
        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of(REFUSED, WAITING))));

        assertEvents(synced.asyncCustomerId(), "CUSTOMER_SYNCED", "CUSTOMER_SYNC_FAILED", "CUSTOMER_CHANGED");
    }

    @Test
    void showsNothingOfWhatAnotherChannelDatabaseMade() {
        CustomerSnapshot synced = synced();
        var elsewhere = new UnappliedOperation("elsewhere", 2, Status.FAILED, "value-too-long", "Not ours");

        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of(elsewhere))));

        assertThat(show(synced.asyncCustomerId()).path("syncStatus").asString()).isEqualTo("SYNCED");
    }

    @Test
    void theArrivalOfANumberOrAStateLeavesTheVersionAlone() {
        UUID id = create();
        CustomerSnapshot synced = SnapshotFixtures.converted(id, number, "Lee");
        intake.apply(List.of(synced));
        String etag = harbor.get(CUSTOMERS + "/" + id).header("ETag");

        intake.apply(List.of(SnapshotFixtures.unapplied(synced, List.of(REFUSED))));

        assertThat(etag).isEqualTo("\"1\"");
        assertThat(harbor.get(CUSTOMERS + "/" + id).header("ETag")).isEqualTo("\"1\"");
        assertThat(harbor.get(CUSTOMERS + "/" + id).header("ETag"))
                .isEqualTo("\"" + show(id).path("version").asInt() + "\"");
    }

    @Test
    void contentThatComesBackAsItIsLeavesTheVersionAlone() {
        UUID id = create();
        CustomerContent content = SnapshotFixtures.content("Changed", "Elsewhere");
        intake.apply(List.of(SnapshotFixtures.changedElsewhere(id, number, content, 1)));
        int changed = show(id).path("version").asInt();

        intake.apply(List.of(SnapshotFixtures.changedElsewhere(id, number, content, 1)));
        int same = show(id).path("version").asInt();
        intake.apply(List.of(
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content("Changed", "Elsewhere"), 1)));

        assertThat(changed).isEqualTo(2);
        assertThat(same).isEqualTo(2);
        // The address has another id.
        assertThat(show(id).path("version").asInt()).isEqualTo(3);
    }

    private CustomerSnapshot synced() {
        CustomerSnapshot synced = SnapshotFixtures.converted(create(), number, "Lee");
        intake.apply(List.of(synced));
        return synced;
    }

    private UUID create() {
        var answer = harbor.post(CUSTOMERS, "{\"firstName\": \"Ann\", \"lastName\": \"Lee\"}");
        return UUID.fromString(answer.text("asyncCustomerId"));
    }

    private JsonNode show(UUID id) {
        return harbor.get(CUSTOMERS + "/" + id).json();
    }

    // The events have a number if a client listens; otherwise they are not numbered yet.
    private void assertEvents(UUID id, String... types) {
        assertThat(jdbc.queryForList("""
                        select type from (
                          select type, 1 as stage, id as place from channel_event where async_customer_id = ?
                          union all
                          select type, 2, arrival from channel_event_arrival where async_customer_id = ?) as event
                        order by stage, place
                        """, String.class, id, id)).containsExactly(types);
    }
}
