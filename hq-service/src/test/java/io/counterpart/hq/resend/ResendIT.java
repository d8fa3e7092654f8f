package io.counterpart.hq.resend;

import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.Desk;
import io.counterpart.hq.testing.HqByHand;
import io.counterpart.hq.testing.Operations;
import io.counterpart.hq.testing.Work;

import static org.assertj.core.api.Assertions.assertThat;

@HqByHand
class ResendIT {

    private static final String PATH = "/api/v1/channel-databases/harbor/resend";

    @Autowired
    ResendBatch batch;

    @Autowired
    Desk desk;

    @Autowired
    Work work;

    private String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        operator = work.bearer(TokenRole.HQ_API, null);
        work.stage(Stream.generate(Operations::creation).limit(25).toList());
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log");
    }

    @Test
    void tellsEveryCustomerOncePageByPage() {
        assertThat(desk.get(operator, PATH)).bodyJson().isLenientlyEqualTo("{\"status\": \"NONE\"}");
        assertThat(desk.post(operator, PATH, null)).hasStatus(202).bodyJson().isLenientlyEqualTo("""
                {"channelDatabase": "harbor", "status": "RUNNING", "customers": 0, "requestedBy": "test"}
                """);
        assertThat(desk.post(operator, PATH, null)).hasStatus(409);

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
        assertThat(desk.get(operator, PATH)).bodyJson().isLenientlyEqualTo("""
                {"status": "FINISHED", "customers": 25}
                """);
        assertThat(desk.post(operator, "/api/v1/channel-databases/nowhere/resend", null))
                .hasStatus(404);
    }

    @Test
    void needsTheSameNumberOfStatementsForAPageOfAnySize() {
        desk.post(operator, PATH, null);

        int forFew = CountingDataSource.statementsOf(() -> batch.run(2));
        int forMany = CountingDataSource.statementsOf(() -> batch.run(20));

        assertThat(forMany).isEqualTo(forFew).isLessThan(9);
    }
}
