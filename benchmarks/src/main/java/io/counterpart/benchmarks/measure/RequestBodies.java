package io.counterpart.benchmarks.measure;

import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

import io.counterpart.benchmarks.CustomerPool;

/** Request bodies of creates, serialized before the measurement. */
final class RequestBodies {

    static final int DIFFERENT = 5_000;

    private final byte[][] bodies;

    RequestBodies(long seed) {
        JsonMapper json = JsonMapper.builder().build();
        var pool = new CustomerPool(seed);
        this.bodies = IntStream.range(0, DIFFERENT)
                .mapToObj(i -> json.writeValueAsBytes(pool.customer(i)))
                .toArray(byte[][]::new);
    }

    byte[] body(long number) {
        return bodies[(int) (number % bodies.length)];
    }
}
