package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;

/** Common parts of all scenarios. */
abstract class Scenario {

    final LocalStack stack = SharedStack.get();
    final StackDatabases databases = new StackDatabases(stack);

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    /** Creates a pending customer of HARBOR. */
    UUID pendingCustomer(Object customer) throws IOException {
        var answer = stack.harbor().create(customer).expect(201);
        return UUID.fromString(answer.text("asyncCustomerId").orElseThrow());
    }

    String accountNumberOf(ChannelClient channel, UUID asyncCustomerId) {
        return eventually()
                .ignoreExceptions()
                .until(() -> channel.get(asyncCustomerId.toString()).text("accountNumber"), found -> found.isPresent())
                .orElseThrow();
    }

    long customersAtHq(UUID asyncCustomerId) {
        return databases.count("hq", "select count(*) from customer where async_customer_id = ?", asyncCustomerId);
    }
}
