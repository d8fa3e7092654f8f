package io.counterpart.hq.staging;

import java.time.Instant;
import java.util.List;
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
import io.counterpart.messaging.bulk.CopyRows;

/** Measures the cost of staging one creation, without the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StagingBenchmark {

    private final byte[] creation = GoldenFiles.bytes("customer-operation.create-customer");
    private final MessageJson json = new MessageJson();
    private final OperationReader reader = new OperationReader(json);
    private final CustomerOperation operation = reader.read(creation);
    private final StagedOperation staged = new StagedOperation(
            operation, json.write(operation), null, 1, Instant.parse("2026-03-01T12:00:00Z"), false, null);

    /** Includes the checks. */
    @Benchmark
    public CustomerOperation readsAnOperation() {
        return reader.read(creation);
    }

    /** Serializes an operation, as a channel does once for its log. */
    @Benchmark
    public String writesAnOperation() {
        return json.write(operation);
    }

    /** Converts an operation to the rows of the five tables for COPY. */
    @Benchmark
    public List<CopyRows> splitsAnOperation() {
        var rows = new RetailAsyncRows();
        rows.add(staged);
        return rows.copies();
    }
}
