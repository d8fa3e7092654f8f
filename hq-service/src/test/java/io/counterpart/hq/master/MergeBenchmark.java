package io.counterpart.hq.master;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.GoldenFiles;

/** Measures the computation of Synchronize for one customer, without the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MergeBenchmark {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MessageJson json = new MessageJson();
    private final CustomerOperation creation = operation("customer-operation.create-customer");
    private final CustomerOperation edit = operation("customer-operation.edit-profile");
    private final MasterCustomer customer = ((OperationResult.Applied) convertsACreation()).customer();

    @Benchmark
    public final OperationResult convertsACreation() {
        return MasterCustomer.create(creation, CreationInfo.of(creation, NOON, NOON), 1, ReferenceData.NONE);
    }

    @Benchmark
    public OperationResult mergesAnEdit() {
        return customer.apply(edit, ReferenceData.NONE);
    }

    /** Writes the JSON of 1010. */
    @Benchmark
    public String writesASnapshot() {
        return json.write(customer.snapshot());
    }

    private CustomerOperation operation(String golden) {
        return json.read(GoldenFiles.bytes(golden), CustomerOperation.class);
    }
}
