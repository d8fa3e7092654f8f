package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests with two operations that have one number. */
abstract class UsedNumberSupport {

    static final String PATH = "/api/v1/synchronization-operations/";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    final UUID customer = UUID.randomUUID();
    String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
        convert(OperationFixtures.creation(customer));
    }

    void restored() {
        work.jdbcUpdate("""
                insert into channel_restore (id, channel_database, detected_at, reported_counter, highest_counter)
                values (gen_random_uuid(), 'harbor', now(), 1, 3)
                """);
    }

    void convert(CustomerOperation operation) {
        work.stage(List.of(operation));
        work.synchronize();
    }

    CustomerOperation email(int number, String value) {
        return OperationFixtures.edit(customer, number, new FieldChange("email", null, value));
    }

    List<String> emails() {
        return work.texts("select email from customer");
    }
}
