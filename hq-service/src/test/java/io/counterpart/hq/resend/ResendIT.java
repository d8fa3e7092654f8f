package io.counterpart.hq.resend;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.distribution.StaleRecordsPublishedEvent;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.log.LogKey;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ResendIT {

    private static final String PATH = "/api/v1/channel-databases/harbor/resend";

    @Autowired
    ResendBatch batch;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    private String operator = "";

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        operator = work.bearer(TokenRole.HQ_API, null);
        work.stage(Stream.generate(OperationFixtures::creation).limit(25).toList());
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log, configuration_log");
    }

    @Test
    void publishesEveryCustomerOncePageByPage() {
        assertThat(client.get(operator, PATH)).bodyJson().isLenientlyEqualTo("{\"status\": \"NONE\"}");
        assertThat(client.post(operator, PATH, null)).hasStatus(202).bodyJson().isLenientlyEqualTo("""
                {"channelDatabase": "harbor", "status": "RUNNING", "customers": 0, "requestedBy": "test"}
                """);
        assertThat(client.post(operator, PATH, null)).hasStatus(409);

        int pages = 0;
        while (batch.run(10)) {
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(work.number("select count(distinct aggregateid) from distribution_log"))
                .isEqualTo(25);
        assertThat(work.count("distribution_log")).isEqualTo(25);
        assertThat(work.texts("select distinct aggregateversion::text from distribution_log"))
                .containsExactly("1");
        assertThat(client.get(operator, PATH)).bodyJson().isLenientlyEqualTo("""
                {"status": "FINISHED", "customers": 25}
                """);
        assertThat(client.post(operator, "/api/v1/channel-databases/nowhere/resend", null))
                .hasStatus(404);
    }

    @Test
    void republishesStaleRecordsOfAnInstance() {
        String number = work.texts("select min(account_number) from customer where account_number not like 'D-%'")
                .get(0);

        events.publishEvent(new StaleRecordsPublishedEvent(Set.of(
                new LogKey(Topics.CUSTOMERS_1010, number),
                new LogKey(Topics.CUSTOMERS_1010, UUID.randomUUID().toString()),
                new LogKey(Topics.GLOBAL_CONFIGURATION_1110, "global"))));

        assertThat(work.texts("select aggregatetype || ' ' || aggregateid"
                        + " from (table distribution_log union all table configuration_log) as told order by 1"))
                .containsExactly("cdx.1010 " + number, "cdx.1110 global");
    }

    @Test
    void republishesTheTombstoneOfAPendingCustomer() {
        String id = work.texts("select min(async_customer_id::text) from customer where account_number not like 'D-%'")
                .get(0);

        events.publishEvent(new StaleRecordsPublishedEvent(Set.of(new LogKey(Topics.CUSTOMERS_1010, id))));

        assertThat(work.number(
                        "select count(*) from distribution_log where aggregateid = '" + id + "' and payload is null"))
                .isEqualTo(1);
    }

    @Test
    void needsTheSameNumberOfStatementsForAPageOfAnySize() {
        client.post(operator, PATH, null);

        int forFew = CountingDataSource.statementsOf(() -> batch.run(2));
        int forMany = CountingDataSource.statementsOf(() -> batch.run(20));

        assertThat(forMany).isEqualTo(forFew).isLessThan(9);
    }
}
