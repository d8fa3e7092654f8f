package io.counterpart.hq.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests with operations that were uploaded and not staged. */
abstract class UploadSupport {

    @Autowired
    UploadCheckService checks;

    @Autowired
    TestDriver work;

    String api = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        api = work.bearer(TokenRole.HQ_API, null);
    }

    void stage(List<CustomerOperation> operations, long firstCounter, boolean rerun) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(work.records(operations));
        for (int i = 0; i < records.size(); i++) {
            var headers = records.get(i).headers();
            headers.add(
                    RecordHeaders.REPLICATION_COUNTER,
                    Long.toString(firstCounter + i).getBytes(StandardCharsets.UTF_8));
            if (rerun) {
                headers.add(RecordHeaders.RERUN, "true".getBytes(StandardCharsets.UTF_8));
            }
        }
        work.stageRecords(records);
    }

    void session(long from, long to, int rows, String age) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count,
                  started_at, received_at)
                values (gen_random_uuid(), 'harbor', %d, %d, %d, 'UPLOADED', 1, now(), now() - interval '%s')
                """.formatted(from, to, rows, age));
    }
}
