package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaFaultScenario extends Scenario {

    private final TopicProbe operations = new TopicProbe(stack.addresses().kafka(), Topics.P_0001);
    private final TopicProbe deadLetters =
            new TopicProbe(stack.addresses().kafka(), Topics.P_0001 + Topics.DEAD_LETTER_SUFFIX);

    @Test
    void anEditThatComesBeforeItsCreationWaitsForIt() {
        var customer = UUID.randomUUID();
        String name = "Early" + System.nanoTime();

        operations.putAs(
                "harbor", customer.toString(), OperationFixtures.newLastName(customer, 2, name, name + "-Married"));
        eventually()
                .until(() -> databases.count(
                                "hq", "select count(*) from open_operation where async_customer_id = ?", customer)
                        == 1);
        operations.putAs("harbor", customer.toString(), OperationFixtures.creation(customer, name, "RETAIL"));

        eventually()
                .until(() -> databases
                        .query("hq", "select last_name from customer where async_customer_id = ?", customer)
                        .equals(List.of(name + "-Married")));
        assertThat(customersAtHq(customer)).isEqualTo(1);
    }

    @Test
    void everythingThatEverCameComesAgainAndNothingChanges() throws IOException {
        accountNumberOf(stack.online(), pendingCustomer(CustomerFixtures.newCustomer()));
        String before = fingerprintOfHq();
        long staged = databases.count("hq", "select count(*) from async_operation");

        var all = operations.all();
        operations.repeat(all);
        var last = pendingCustomer(CustomerFixtures.newCustomer());
        accountNumberOf(stack.harbor(), last);

        eventually()
                .untilAsserted(() -> assertThat(databases.count("hq", "select count(*) from async_operation"))
                        .isEqualTo(staged + 1));
        assertThat(databases.count("hq", "select count(*) from customer where async_customer_id = ?", last))
                .isEqualTo(1);
        assertThat(fingerprintOfHqWithout(last)).isEqualTo(before);
    }

    @Test
    void garbageIsSetAsideWithTheReasonAndTheNextCustomerIsConverted() throws IOException {
        String garbage = "this is no operation " + UUID.randomUUID();
        operations.put("garbage", garbage);

        accountNumberOf(stack.harbor(), pendingCustomer(CustomerFixtures.newCustomer()));

        eventually()
                .until(() -> deadLetters.all().stream()
                        .anyMatch(letter ->
                                new String(letter.value(), java.nio.charset.StandardCharsets.UTF_8).equals(garbage)
                                        && letter.headers().lastHeader("dlt-reason") != null));
    }

    @Test
    void aCustomerThatHqCannotConvertFailsAloneWithAReason() throws IOException {
        var customer = UUID.randomUUID();
        operations.putAs(
                "harbor", customer.toString(), OperationFixtures.creation(customer, "Nogroup", "NO-SUCH-GROUP"));

        accountNumberOf(stack.harbor(), pendingCustomer(CustomerFixtures.newCustomer()));

        eventually()
                .until(() -> databases
                        .query("hq", "select status from open_operation where async_customer_id = ?", customer)
                        .equals(List.of("FAILED")));
        assertThat(databases.query("hq", "select error_text from open_operation where async_customer_id = ?", customer))
                .singleElement()
                .asString()
                .contains("NO-SUCH-GROUP");
    }

    private String fingerprintOfHq() {
        return fingerprintOfHqWithout(UUID.randomUUID());
    }

    private String fingerprintOfHqWithout(UUID customer) {
        return databases
                .query(
                        "hq",
                        "select md5(string_agg(account_number || version || coalesce(last_name, ''), ',' order by account_number)) from customer where async_customer_id <> ?",
                        customer)
                .get(0);
    }
}
