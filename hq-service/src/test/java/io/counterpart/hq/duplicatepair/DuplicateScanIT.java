package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DuplicateScanIT extends DuplicatePairSupport {

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsNothingWhereNothingIsShared() {
        convert(
                person("Ann", "ann@example.com", "555 01001", "98101"),
                person("Bob", "bob@example.com", "555 01002", "98101"),
                person("Ann", null, null, "98102"));

        pass();

        assertThat(pairs()).isEmpty();
        assertThat(work.count("duplicate_scan_customer")).isEqualTo(3);
    }

    @Test
    void findsWhatTwoCustomersShareHoweverItIsWritten() {
        convert(
                person("Ann", "ann@example.com", null),
                person("Bob", "ANN@Example.com", null),
                person("Cid", null, "+1 (555) 0100"),
                person("Dan", null, "1 555 0100"),
                person("Eve", null, null, "98 101", "98102"),
                person("ÉVE", null, null, "98103", "98101"));

        pass();

        assertThat(pairs()).containsExactly("90 EMAIL OPEN", "75 NAME_AND_POSTCODE OPEN", "60 PHONE OPEN");
    }

    @Test
    void aPairIsGoneWhenNothingMatchesAndOpenWhenItDoesAgain() {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();
        pass();
        assertThat(pairs()).containsExactly("90 EMAIL OPEN");

        changeEmail(ann.asyncCustomerId(), 2, "ann@example.com", "other@example.com");
        pass();
        assertThat(pairs()).containsExactly("90 EMAIL GONE");

        changeEmail(ann.asyncCustomerId(), 3, "other@example.com", "ann@example.com");
        pass();
        assertThat(pairs()).containsExactly("90 EMAIL OPEN");
    }

    @Test
    void aCustomerThatDoesNotExistAnyMoreIsForgotten() {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();

        work.jdbcUpdate("delete from customer where async_customer_id = '%s'".formatted(ann.asyncCustomerId()));
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL GONE");
        assertThat(work.count("duplicate_scan_customer")).isOne();
        assertThat(work.count("duplicate_key")).isOne();
    }

    @Test
    void aBlockedCustomerIsNotCompared() {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();
        block(ann.asyncCustomerId(), true);
        pass();
        assertThat(pairs()).containsExactly("90 EMAIL GONE");

        block(ann.asyncCustomerId(), false);
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL OPEN");
    }

    @Test
    void pausesAfterItsBatchesAndContinuesWhereItStopped() {
        convert(
                person("Ann", "ann@example.com", null),
                person("Bob", "ann@example.com", null),
                person("Cid", "ann@example.com", null));
        due();

        assertThat(batch(1, 2)).isTrue();
        assertThat(batch(1, 2)).isFalse();
        assertThat(batch(1, 2)).as("not due").isFalse();
        assertThat(work.count("duplicate_scan_customer")).isEqualTo(2);
        assertThat(scan.progress().completedAt()).isNull();

        due();
        assertThat(batch(1, 2)).isTrue();
        assertThat(batch(1, 2)).isFalse();

        assertThat(pairs()).hasSize(3);
        assertThat(scan.progress().completedAt()).isNotNull();
        assertThat(scan.progress().customers()).isEqualTo(3);
    }

    @Test
    void theOtherInstancesDoNotWaitForTheOneThatScans() {
        convert(person("Ann", "ann@example.com", null), person("Bob", "ann@example.com", null));
        due();

        transaction.executeWithoutResult(status -> {
            assertThat(scan.tryLock(Instant.now())).isPresent();
            assertThat(inAnotherInstance().join()).isFalse();
        });
        assertThat(work.count("duplicate_scan_customer")).isZero();

        Stream.generate(this::inAnotherInstance).limit(4).toList().forEach(CompletableFuture::join);
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL OPEN");
    }

    @Test
    void doesNotWaitForCustomersThatAreLocked() {
        convert(person("Ann", "ann@example.com", null), person("Bob", "ann@example.com", null));
        due();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("select async_customer_id from customer for update")
                    .query(UUID.class)
                    .list();
            assertThat(inAnotherInstance().orTimeout(10, TimeUnit.SECONDS).join())
                    .isFalse();
        });

        assertThat(pairs()).containsExactly("90 EMAIL OPEN");
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfCustomers() {
        convert(person("Ann", "a@example.com", null), person("Ann", "a@example.com", null));
        int forFew = CountingDataSource.statementsOf(this::pass);
        convert(IntStream.range(0, 40)
                .mapToObj(i -> person("Ann", "a%d@example.com".formatted(i / 2), null))
                .toArray(CustomerOperation[]::new));
        int forMany = CountingDataSource.statementsOf(this::pass);

        assertThat(work.count("duplicate_pair")).isEqualTo(21);
        assertThat(forMany).isEqualTo(forFew).isLessThan(25);
    }

    private CompletableFuture<Boolean> inAnotherInstance() {
        return CompletableFuture.supplyAsync(() -> batch(100, 100));
    }

    private void block(UUID customer, boolean blocked) {
        String path = "/api/v1/customers/" + customer;
        assertThat(client.put(api, path + "/blocked", path, "{\"blocked\": %s}".formatted(blocked)))
                .hasStatusOk();
    }
}
