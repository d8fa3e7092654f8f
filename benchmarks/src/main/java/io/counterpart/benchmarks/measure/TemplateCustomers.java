package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;

import io.counterpart.benchmarks.CustomerPool;
import io.counterpart.benchmarks.Target;
import io.counterpart.benchmarks.tool.Database;

/** Creates the customers that are copied in bulk: real ones, over REST, in many scripts. */
final class TemplateCustomers {

    private static final long SEED = 42;

    private TemplateCustomers() {}

    /** Returns when all of them have their number. */
    static void create(BenchmarkContext scene, int count) throws IOException, InterruptedException {
        Target target = scene.target();
        var pool = new CustomerPool(SEED);
        for (int i = 0; i < count; i++) {
            target.till().create(pool.customer(i)).expect(201);
        }
        try (Database channel = scene.channelDatabase()) {
            scene.await(
                    "every template has its number",
                    Duration.ofMinutes(2),
                    () -> channel.number("select count(*) from customer where account_number is null") == 0);
        }
    }
}
