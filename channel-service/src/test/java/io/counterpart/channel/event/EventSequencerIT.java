package io.counterpart.channel.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

class EventSequencerIT extends ChannelServiceContext {

    private static final int WRITERS = 4;
    private static final int TRANSACTIONS = 60;

    @Autowired
    private ChannelEventPublisher events;

    @Autowired
    private EventSequencer numbering;

    @Autowired
    private EventRepository repository;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void givesEveryReaderEveryEventOnceHoweverTransactionsInterleave() {
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            var running = new AtomicInteger(WRITERS);
            long start = numbering.latestNumber();
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, running), pool))
                    .toList();
            List<CompletableFuture<List<String>>> readers = IntStream.range(0, 2)
                    .mapToObj(reader -> CompletableFuture.supplyAsync(() -> read(start, running), pool))
                    .toList();

            writers.forEach(CompletableFuture::join);
            for (CompletableFuture<List<String>> reader : readers) {
                assertThat(reader.join()).doesNotHaveDuplicates().hasSize(WRITERS * TRANSACTIONS * 2);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void write(int writer, AtomicInteger running) {
        try {
            for (int i = 0; i < TRANSACTIONS; i++) {
                String name = "numbering-" + writer + "-" + i;
                transaction.executeWithoutResult(status -> {
                    events.append(List.of(event(name + "-a")));
                    if (ThreadLocalRandom.current().nextBoolean()) {
                        jdbc.queryForObject("select count(*) from customer", Long.class);
                    }
                    events.append(List.of(event(name + "-b")));
                });
            }
        } finally {
            running.decrementAndGet();
        }
    }

    /** Reads like a client: only events above the highest number received. */
    private List<String> read(long start, AtomicInteger running) {
        var seen = new ArrayList<String>();
        long last = start;
        boolean done;
        do {
            done = running.get() == 0;
            long latest = numbering.latestNumber();
            List<StoredEvent> page = repository.between(last, latest, 100_000);
            page.stream()
                    .map(StoredEvent::data)
                    .filter(data -> data.contains("numbering-"))
                    .forEach(seen::add);
            last = latest;
        } while (!done);
        return seen;
    }

    private static ChannelEvent event(String text) {
        return new ChannelEvent(EventType.CUSTOMER_CHANGED, null, null, "\"" + text + "\"", Instant.now());
    }
}
