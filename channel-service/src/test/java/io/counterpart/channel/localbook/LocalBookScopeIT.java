package io.counterpart.channel.localbook;

import java.time.Clock;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LocalBookScopeIT extends LocalBookContext {

    @Test
    void includesACustomerOfAnotherStoreThatIsUsedHere() {
        String guest = create(harbor, "{\"lastName\": \"Guest\"}");
        String cursor = read(null).cursor();
        assertThat(read(cursor).ids()).doesNotContain(guest);

        till.patch(CUSTOMERS + "/" + guest, "{\"phone\": \"+1 555 0102\"}", "If-Match", "*");

        assertThat(read(cursor).ids()).contains(guest);
    }

    @Test
    void namesTheCustomerThatRemainsWhenTwoAreLinked() {
        String kept = create(harbor, "{\"lastName\": \"Kept\"}");
        String linked = create("Linked");
        String cursor = read(null).cursor();
        String number = KafkaHeadquarters.accountNumber();

        HQ.publish(
                Topics.CUSTOMERS_1010,
                number,
                SnapshotFixtures.linking(
                        SnapshotFixtures.converted(UUID.fromString(kept), number, "Kept"), UUID.fromString(linked)));

        await().atMost(SOON).until(() -> read(cursor).removedIds().contains(linked));
        Round round = read(cursor);
        assertThat(round.removed())
                .filteredOn(each -> each.path("asyncCustomerId").asString().equals(linked))
                .extracting(each -> each.path("replacedBy").asString())
                .containsExactly(kept);
        assertThat(round.customers())
                .filteredOn(each -> each.path("asyncCustomerId").asString().equals(kept))
                .extracting(each -> each.path("accountNumber").asString())
                .containsExactly(number);
        assertThat(read(null).ids()).contains(kept).doesNotContain(linked);
    }

    @Test
    void removesWhoWasNotUsedForAYear() {
        String old = create("Old");
        jdbc.update(
                "update customer set created_at = now() - interval '8760 hours' + interval '6 seconds'"
                        + " where async_customer_id = ?",
                UUID.fromString(old));
        Round before = read(null);

        assertThat(before.ids()).contains(old);
        await().atMost(SOON).until(() -> read(before.cursor()).removedIds().contains(old));
        assertThat(read(null).ids()).doesNotContain(old);
    }

    @Test
    void hasNoMoreCustomersThanPermitted() {
        create("Oldest");
        String second = create("Second");
        String third = create("Third");
        var small = service(true, 2, Clock.systemUTC());

        LocalBookPage before = small.page(channel, null, 10);
        String fourth = create("Fourth");
        LocalBookPage after = small.page(channel, before.cursor(), 10);

        assertThat(before.customers())
                .extracting(each -> each.asyncCustomerId().toString())
                .containsExactlyInAnyOrder(second, third);
        assertThat(after.customers())
                .extracting(each -> each.asyncCustomerId().toString())
                .contains(fourth)
                .doesNotContain(second);
        assertThat(after.removed())
                .extracting(each -> each.asyncCustomerId().toString())
                .containsExactly(second);
    }
}
