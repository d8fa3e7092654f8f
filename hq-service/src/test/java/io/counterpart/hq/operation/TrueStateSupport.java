package io.counterpart.hq.operation;

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

/** Base class of tests that compare what HQ tells the channels with what it stored. */
abstract class TrueStateSupport {

    static final String PATH = "/api/v1/synchronization-operations/";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    final UUID id = UUID.randomUUID();
    String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
    }

    CustomerOperation email(int number, String email) {
        return OperationFixtures.edit(id, number, new FieldChange("email", "ann@example.com", email));
    }

    void synchronize(CustomerOperation... operations) {
        work.stage(List.of(operations));
        work.synchronize();
    }

    List<String> unapplied() {
        return work.texts("""
                select one ->> 'source' || ' ' || (one ->> 'operationNumber') || ' ' || (one ->> 'status')
                  || ' ' || coalesce(one ->> 'code', '-')
                from (
                  select payload from distribution_log where aggregatetype = 'cdx.1010'
                  order by aggregateversion desc limit 1) last,
                  json_array_elements(payload -> 'unappliedOperations') as one
                """);
    }
}
