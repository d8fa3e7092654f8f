package io.counterpart.hq.operation;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class SharedIdIT extends TrueStateSupport {

    @Test
    void refusesAnotherPersonUnderTheSameId() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(work.texts("select first_name || ' ' || email from customer"))
                .containsExactly("Ann ann@example.com");
        assertThat(work.number("select count(*) from customer_contact")).isEqualTo(1);
        assertThat(work.texts("select status || ' ' || error_code from open_operation"))
                .containsExactly("FAILED async-customer-id-in-use");
        assertThat(unapplied()).containsExactly("online 1 FAILED async-customer-id-in-use");
    }

    @Test
    void refusesAnotherPersonWhoComesInTheSameInstant() {
        synchronize(
                OperationFixtures.creation(id),
                creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com")));

        assertThat(work.texts("select status || ' ' || error_code from open_operation"))
                .containsExactly("FAILED async-customer-id-in-use");
        assertThat(unapplied()).containsExactly("online 1 FAILED async-customer-id-in-use");
    }

    @Test
    void takesTheSamePersonWhomATillSentTwice() {
        CustomerOperation creation = OperationFixtures.creation(id);
        synchronize(creation);
        synchronize(OperationFixtures.operation(id, "online", 1, creation.body()));

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.number("select count(*) from customer_address")).isEqualTo(1);
    }

    @Test
    void aPersonDecidesThatItIsTheSamePerson() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Anne", "Lee", "ann@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/link", "{\"customer\": \"C-0000001\"}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");

        assertThat(work.texts("select first_name from customer")).containsExactly("Ann");
        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select error_text from operation_attempt where outcome = 'OVERRIDDEN'"))
                .singleElement()
                .asString()
                .contains("firstName", "Anne");
    }

    @Test
    void aPersonCreatesTheOtherPersonUnderANewId() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/synchronize", "{\"createAnyway\": true}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
        assertThat(client.post(operator, PATH + other.operationId() + "/synchronize", "{\"createAnyway\": true}"))
                .hasStatus(409);

        assertThat(work.texts("select first_name || ' ' || account_number from customer order by 1"))
                .containsExactly("Ann C-0000001", "Bob C-0000002");
        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select first_name from customer where async_customer_id = '" + id + "'"))
                .containsExactly("Ann");
    }

    @Test
    void aPersonSkipsTheOtherPersonsCreation() {
        synchronize(OperationFixtures.creation(id));
        CustomerOperation other = creationAt("online", OperationFixtures.profile("Bob", "Ray", "bob@example.com"));
        synchronize(other);

        assertThat(client.post(operator, PATH + other.operationId() + "/ignore", "{\"reason\": \"Created again\"}"))
                .hasStatusOk();

        assertThat(unapplied()).isEmpty();
        assertThat(work.texts("select first_name from customer")).containsExactly("Ann");
    }

    private CustomerOperation creationAt(String channelDatabase, CustomerProfile profile) {
        return OperationFixtures.operation(
                id,
                channelDatabase,
                1,
                OperationFixtures.creation(id, profile, null).body());
    }
}
