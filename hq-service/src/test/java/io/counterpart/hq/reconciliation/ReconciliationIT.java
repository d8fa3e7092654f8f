package io.counterpart.hq.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ReconciliationIT {

    private static final String PATH = "/api/v1/reconciliation?channelDatabase=harbor";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    private String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        operator = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void isCompleteWhenEverythingArrivedEverywhere() {
        stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        session(1, 2, 2);
        work.synchronize();
        work.jdbcUpdate("truncate distribution_log");

        assertThat(client.get(operator, PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"channelDatabase": "harbor", "counterFrom": 1, "counterTo": 2, "created": 2, "uploaded": 2,
                 "staged": 2, "converted": 2, "returned": 2, "failed": 0, "complete": true}
                """);
    }

    @Test
    void namesWhatIsMissingAndWhere() {
        var broken = OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "a@example.com"), null);
        var late = OperationFixtures.creation();
        stage(List.of(OperationFixtures.creation(), broken));
        work.synchronize();
        stage(List.of(late));
        session(1, 2, 2);
        session(3, 5, 2);
        work.jdbcUpdate("update upload_session set counters = '{[3,4),[5,6)}' where counter_from = 3");
        work.jdbcUpdate("""
                insert into channel_heartbeat values ('harbor', now(), '{"kind": "HEARTBEAT", "schemaVersion": 1,
                  "channelDatabase": "harbor", "at": "2026-11-20T12:00:00Z", "waitingOperations": 4, "held": false,
                  "channelVersions": {}, "globalVersion": 0}')
                """);

        assertThat(client.get(operator, PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"created": 8, "uploaded": 4, "staged": 3, "converted": 1, "returned": 0, "failed": 1,
                 "lastContact": "2026-11-20T12:00:00Z", "complete": false,
                 "missing": {"notUploaded": 4, "notConverted": ["%s"], "failed": ["%s"], "notReturned": ["C-0000001"],
                   "uploadedNotStaged": [{"counterFrom": 3, "counterTo": 5, "uploaded": 2, "staged": 1}]}}
                """.formatted(
                        late.operationId(), broken.operationId()));
        assertThat(client.get(operator, PATH + "&counterFrom=1&counterTo=1"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"staged": 1, "converted": 1, "failed": 0}
                """);
        assertThat(client.get(operator, "/api/v1/reconciliation?channelDatabase=nowhere"))
                .hasStatus(404);
    }

    private long counter;

    private void stage(List<CustomerOperation> operations) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(work.records(operations));
        records.forEach(it -> it.headers()
                .add(
                        RecordHeaders.REPLICATION_COUNTER,
                        String.valueOf(++counter).getBytes(StandardCharsets.UTF_8)));
        work.stageRecords(records);
    }

    private void session(long from, long to, int rows) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count, started_at)
                values (gen_random_uuid(), 'harbor', %d, %d, %d, 'UPLOADED', 1, now())
                """.formatted(from, to, rows));
    }
}
