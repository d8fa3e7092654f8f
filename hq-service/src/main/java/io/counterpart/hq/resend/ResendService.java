package io.counterpart.hq.resend;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;

/** Begins resends, one at a time for each channel database, and says how far they are. */
@Service
class ResendService {

    private final ResendRepository repository;
    private final AuditService audit;
    private final Clock clock;

    ResendService(ResendRepository repository, AuditService audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void begin(String channelDatabase) {
        requireKnown(channelDatabase);
        if (!repository.begin(channelDatabase, AuditService.actor(), clock.instant())) {
            throw HqProblem.RESEND_RUNNING.because("Wait until it is done.");
        }
        audit.note("resend", channelDatabase, Map.of());
    }

    /** Begins one for every channel database, in the caller's transaction; the loop finds it. */
    int beginForAll(String reason) {
        return repository.beginForAll(reason, clock.instant());
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
}
