package io.counterpart.testsupport.requests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Sends generated requests one after the other. Request number n depends on the seed and n only, apart from the values
 * that it repeats from earlier responses.
 */
public final class GeneratedRun {

    private static final int MOST_FAILURES = 100;
    private static final int MOST_OF_A_KIND = 2;
    private static final int KIND_LENGTH = 120;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final RawHttpClient client;
    private final RequestSource source;
    private final ResponseRule rule;
    private final ErrorLog log;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    public GeneratedRun(RawHttpClient client, RequestSource source, ResponseRule rule, ErrorLog log) {
        this.client = client;
        this.source = source;
        this.rule = rule;
        this.log = log;
    }

    /** The number of requests: a longer run is asked for by {@code -Dgenerated.requests=100000}. */
    public static int requests() {
        return Integer.getInteger("generated.requests", 10_000);
    }

    /** Another seed sends other requests: {@code -Dgenerated.seed=7}. */
    public static long seed() {
        return Long.getLong("generated.seed", 20_261_129L);
    }

    /** Sends the requests and returns what was wrong, each with its request. */
    public List<String> send(int requests, long seed) {
        long start = System.nanoTime();
        for (int i = 0; i < requests && failures.size() < MOST_FAILURES; i++) {
            sendOne(i, seed);
        }
        System.out.printf(
                "%d generated requests with seed %d in %d s, by status: %s%n",
                requests, seed, (System.nanoTime() - start) / 1_000_000_000, statuses);
        return failures;
    }

    private void sendOne(int index, long seed) {
        RawRequest request = source.next(new Random((seed + index) * SPREAD));
        RawResponse response = client.send(request);
        statuses.merge(response.status(), 1, Integer::sum);
        report(index, seed, request, rule.violation(request, response));
        log.drain().forEach(logged -> report(index, seed, request, "logged: " + logged));
        source.seen(request, response);
    }

    private void report(int index, long seed, RawRequest request, @Nullable String violation) {
        if (violation != null && kinds.merge(kind(request, violation), 1, Integer::sum) <= MOST_OF_A_KIND) {
            failures.add("%s%n  seed %d, request %d: %s%n".formatted(violation, seed, index, request.shown()));
        }
    }

    // The same fault is shown twice only.
    private static String kind(RawRequest request, String violation) {
        String start = violation.substring(0, Math.min(KIND_LENGTH, violation.length()));
        return request.method() + start.replaceAll("[0-9a-f-]{8,}", "#");
    }
}
