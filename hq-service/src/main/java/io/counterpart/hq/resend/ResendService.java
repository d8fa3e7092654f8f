package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.Topics;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.messaging.TopicsRecreatedEvent;
import io.counterpart.hq.problem.HqProblem;

/** Starts resends, one at a time per channel database, and reports their progress. */
@Service
public class ResendService {

    private static final Logger log = LoggerFactory.getLogger(ResendService.class);
    static final String JOB = "1010";

    private final ResendRepository repository;
    private final ResendLoop loop;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResendService(
            ResendRepository repository,
            ResendLoop loop,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = repository;
        this.loop = loop;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void begin(String channelDatabase) {
        transaction.executeWithoutResult(status -> insert(channelDatabase));
        loop.trigger();
    }

    private void insert(String channelDatabase) {
        requireKnown(channelDatabase);
        if (!repository.begin(channelDatabase, AuditService.actor(), clock.instant())) {
            throw HqProblem.RESEND_RUNNING.because("Wait until it has finished.");
        }
        audit.note("resend", channelDatabase, Map.of("job", JOB, "customers", "all"));
    }

    /** All channel databases with their last resend. */
    public List<ResendRow> all() {
        return repository.lines();
    }

    /** The customer topic was lost in Kafka: starts a resend for every channel database, which the loop picks up. */
    @EventListener
    @Transactional
    public void on(TopicsRecreatedEvent recreated) {
        if (recreated.names().contains(Topics.CUSTOMERS_1010)) {
            int databases =
                    repository.beginForAll("topic " + Topics.CUSTOMERS_1010 + " was re-created", clock.instant());
            log.warn(
                    "Topic {} was recreated; all customers are published again to {} channel databases",
                    Topics.CUSTOMERS_1010,
                    databases);
        }
    }

    Optional<Resend> last(String channelDatabase) {
        requireKnown(channelDatabase);
        return repository.last(channelDatabase);
    }

    private void requireKnown(String channelDatabase) {
        if (!repository.isChannelDatabase(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
    }

    /**
     * A channel database and its last resend.
     *
     * @param customers how many were sent so far
     * @param requestedAt null: there was no resend yet
     */
    public record ResendRow(
            String channelDatabase,
            long customers,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable Instant finishedAt) {

        public boolean isRunning() {
            return requestedAt != null && finishedAt == null;
        }
    }
}
