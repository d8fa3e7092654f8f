package io.counterpart.channel.customer;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.Topics;

import static io.counterpart.channel.customer.SyncCreationIT.LEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SyncCreationRaceIT extends ChannelServiceContext {

    @Test
    void answersWithWhatIsThereWhen1010WasFasterThanHeadquartersAnswer() {
        REAL_TIME.behave((operation, in, out) -> {
            var snapshot = REAL_TIME.snapshot(operation);
            HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);
            await().atMost(Duration.ofSeconds(1)).until(() -> exists(operation.asyncCustomerId()));
            REAL_TIME.doing().answer(operation, in, out);
        });

        Response answer = station.post(CUSTOMERS, LEE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("syncStatus")).isEqualTo("SYNCED");
        assertThat(answer.json().path("pendingOperations").asInt()).isZero();
    }

    // 1010 writes the customer first and then its account number; in the opposite order the request would wait for 1010
    // indefinitely.
    @Test
    void answersWithTheCustomerThat1010IsWritingAtTheSameMoment() {
        List<CompletableFuture<Void>> writing = new CopyOnWriteArrayList<>();
        REAL_TIME.behave((operation, in, out) -> {
            var begun = new AtomicBoolean();
            String number = String.valueOf(REAL_TIME.snapshot(operation).accountNumber());
            writing.add(CompletableFuture.runAsync(() -> write1010(operation.asyncCustomerId(), number, begun)));
            await().atMost(Duration.ofSeconds(1)).untilTrue(begun);
            REAL_TIME.doing().answer(operation, in, out);
        });

        Response answer = station.post(CUSTOMERS, LEE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(writing).singleElement().satisfies(it -> assertThat(it).succeedsWithin(Duration.ofSeconds(5)));
    }

    private void write1010(UUID id, String number, AtomicBoolean begun) {
        var transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        transaction.executeWithoutResult(unused -> {
            jdbc.update("""
                    insert into customer (async_customer_id, account_number, type, last_name, sync_status, creation_mode,
                      created_in_channel, created_in_channel_database, created_at, version)
                    values (?, ?, 'PERSON', 'Lee', 'SYNCED', 'SYNC', 'STATION', 'it', now(), 0)
                    """, id, number);
            begun.set(true);
            await().atMost(Duration.ofSeconds(5)).until(this::somebodyWaits);
            jdbc.update(
                    "insert into customer_alias (alias, async_customer_id) values (?, ?) on conflict do nothing",
                    number,
                    id);
        });
    }

    private boolean somebodyWaits() {
        return !jdbc.queryForList("select 1 from pg_locks where not granted").isEmpty();
    }

    private boolean exists(UUID id) {
        return !jdbc.queryForList("select 1 from customer where async_customer_id = ?", id)
                .isEmpty();
    }
}
