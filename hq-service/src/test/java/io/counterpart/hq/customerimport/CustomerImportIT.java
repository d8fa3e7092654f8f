package io.counterpart.hq.customerimport;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.testing.CountingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerImportIT extends CustomerImportSupport {

    @Autowired
    ImportBatch batch;

    @Autowired
    ImportCleanup cleanup;

    @Test
    void importsCustomersWithTheirNumbersAndPublishesThem() throws Exception {
        JsonNode job = importing("old.csv", "\ufeff" + HEADER + line(500) + "\n\"X 9\";;\"The; \"\"Shop\"\"\";;;;;\n");

        assertThat(counts(job)).isEqualTo("FINISHED created 2 existing 0 bad 0");
        assertThat(work.texts("select account_number || ' ' || version || ' ' || created_in_channel || ' ' || last_name"
                        + " from customer order by 1"))
                .containsExactly("C-0000500 1 HQ Lee 500", "X 9 1 HQ The; \"Shop\"");
        assertThat(work.texts("select city || country || is_primary from customer_address"))
                .containsExactly("OsloNORtrue");
        assertThat(work.texts("select payload::json ->> 'accountNumber' from distribution_log order by 1"))
                .containsExactly("C-0000500", "X 9");
        assertThat(work.number("select next_number from number_sequence where name = 'customer'"))
                .isEqualTo(501);
        assertThat(work.texts("select action || ' ' || actor from audit_entry order by id"))
                .containsExactly("upload test", "start-import test", "import test");
    }

    @Test
    void theSameFileAgainChangesNothingAndOtherValuesAreReported() throws Exception {
        importing("old.csv", HEADER + line(1) + line(2));
        List<String> before = work.texts("select async_customer_id::text || version from customer order by 1");

        assertThat(counts(importing("old.csv", HEADER + line(1) + line(2))))
                .isEqualTo("FINISHED created 0 existing 2 bad 0");
        JsonNode changed = importing("new.csv", HEADER + line(1).replace("Oslo", "Bergen") + line(2) + line(3));

        assertThat(counts(changed)).isEqualTo("FINISHED created 1 existing 1 bad 1");
        assertThat(report(changed).get(0).get("reason").stringValue()).contains("other values (addresses)");
        assertThat(work.texts("select async_customer_id::text || version from customer order by 1"))
                .containsAll(before);
        assertThat(work.count("distribution_log")).isEqualTo(3);
    }

    @Test
    void continuesAfterTheRecordThatWasLastStored() throws Exception {
        UUID broken = UUID.randomUUID();
        String header = "accountNumber,lastName,asyncCustomerId\n";
        UUID id = upload("c.csv", header + "A1,Lee,\nA2,Lee,\nA3,Lee,%s\nA4,Lee,\nA5,Lee,\n".formatted(broken));
        start(id, false);
        assertThat(batch.run(2)).isTrue();
        work.breakCustomer(broken);
        try {
            // The whole transaction is lost, as if the instance had been killed.
            assertThatThrownBy(() -> batch.run(2)).isInstanceOf(DataIntegrityViolationException.class);
            assertThat(work.count("customer")).isEqualTo(2);
            assertThat(view(id).get("done").longValue()).isEqualTo(2);
        } finally {
            work.repairCustomers();
        }

        processAll();

        assertThat(counts(view(id))).isEqualTo("FINISHED created 5 existing 0 bad 0");
        assertThat(work.count("distribution_log")).isEqualTo(5);
    }

    @Test
    void aRecordThatTheDatabaseRejectsIsSkippedAlone() throws Exception {
        UUID broken = UUID.randomUUID();
        UUID id = upload(
                "c.csv", "accountNumber,lastName,asyncCustomerId\nA1,Lee,\nA2,Lee,%s\nA3,Lee,\n".formatted(broken));
        start(id, false);
        work.breakCustomer(broken);
        try {
            processAll();
        } finally {
            work.repairCustomers();
        }

        assertThat(counts(view(id))).isEqualTo("FINISHED created 2 existing 0 bad 1");
        assertThat(work.texts("select line || code from customer_import_problem"))
                .containsExactly("3not-stored");
    }

    @Test
    void twoInstancesImportEachRecordOnce() throws Exception {
        UUID id = upload(
                "two.csv",
                HEADER
                        + IntStream.rangeClosed(1, 300)
                                .mapToObj(CustomerImportSupport::line)
                                .collect(Collectors.joining()));
        start(id, false);
        var instances = Executors.newFixedThreadPool(2);
        var ends = new ArrayList<Future<?>>();
        for (int i = 0; i < 2; i++) {
            ends.add(instances.submit(() -> {
                while (work.number("select count(*) from customer_import where status = 'RUNNING'") > 0) {
                    batch.run(7);
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        instances.shutdown();

        assertThat(counts(view(id))).isEqualTo("FINISHED created 300 existing 0 bad 0");
        assertThat(work.count("customer")).isEqualTo(300);
        assertThat(work.count("distribution_log")).isEqualTo(300);
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfRecords() throws Exception {
        UUID id = upload(
                "many.csv",
                HEADER
                        + IntStream.rangeClosed(1, 60)
                                .mapToObj(CustomerImportSupport::line)
                                .collect(Collectors.joining()));
        start(id, false);

        int forFew = CountingDataSource.statementsOf(() -> batch.run(2));
        int forMany = CountingDataSource.statementsOf(() -> batch.run(50));

        assertThat(forMany).isEqualTo(forFew).isLessThan(25);
    }

    @Test
    void whatIsCancelledStaysAsItIs() throws Exception {
        UUID id = upload("c.csv", HEADER + line(1) + line(2) + line(3));
        start(id, true);
        assertThat(client.post(admin, PATH + "/" + id + "/cancel", null)).hasStatusOk();
        assertThat(counts(view(id))).startsWith("UPLOADED");
        start(id, false);
        batch.run(1);

        assertThat(client.post(admin, PATH + "/" + id + "/cancel", null)).hasStatusOk();
        processAll();

        assertThat(counts(view(id))).isEqualTo("CANCELLED created 1 existing 0 bad 0");
        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(client.post(admin, PATH + "/" + id + "/start", "{\"dryRun\": false}"))
                .hasStatus(409);
        assertThat(cleanup.cleanIfDue()).isFalse();
        assertThat(work.count("customer_import_chunk") + work.count("customer_import_key"))
                .isZero();
    }
}
