package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.MasterSnapshot;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** A backup from before an erasure does not bring the customer back. */
@HqManualContext
class ErasedCustomerRecoveryIT extends RecoverySupport {

    @Autowired
    MessageJson json;

    @Autowired
    ReferenceDataSource reference;

    @Test
    void theErasureIsCarriedOutAgainWhateverTheOrderOfTheReports() {
        for (boolean erasedFirst : List.of(true, false)) {
            CustomerOperation creation = OperationFixtures.creation();
            work.stage(List.of(creation));
            work.synchronize();
            CustomerSnapshot before = published();
            CustomerSnapshot erased = erased(before);
            Recovery open = begun();

            report(open, erasedFirst ? erased : before);
            report(open, erasedFirst ? before : erased);
            finish(open);

            assertThat(work.texts("select account_number || coalesce(last_name, '-') from customer"
                            + " where erased_at is not null"))
                    .containsExactly("C-0000001-");
            assertThat(work.texts("select payload::text from async_operation")).allMatch(it -> !it.contains("Lee"));
            assertThat(work.count("customer_contact")).isZero();
            assertThat(published().erasedAt()).isEqualTo(erased.erasedAt());
            clear();
        }
    }

    @Test
    void aCustomerThatHqLostIsInsertedErased() {
        CustomerOperation creation = OperationFixtures.creation();
        work.stage(List.of(creation));
        work.synchronize();
        CustomerSnapshot erased = erased(published());
        clear();
        work.stage(List.of(creation));
        Recovery open = begun();

        report(open, erased);
        finish(open);
        work.synchronize();

        assertThat(work.texts("select payload::text from async_operation")).allMatch(it -> !it.contains("Lee"));
        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
    }

    private CustomerSnapshot erased(CustomerSnapshot before) {
        MasterCustomer customer = MasterSnapshot.restore(before, reference.read());
        return customer.erased(Instant.parse("2026-11-30T12:00:00Z"), Map.of())
                .nextVersion()
                .snapshot();
    }

    private CustomerSnapshot published() {
        List<String> all = work.publishedTo("cdx.1010");
        return json.read(all.get(all.size() - 1), CustomerSnapshot.class);
    }
}
