package io.counterpart.hq.resend;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for pages to full resends. */
@Service
public class ResendPageService {

    private final ResendService resends;
    private final ResendRepository repository;
    private final ResendLoop loop;

    ResendPageService(ResendService resends, ResendRepository repository, ResendLoop loop) {
        this.resends = resends;
        this.repository = repository;
        this.loop = loop;
    }

    public void begin(String channelDatabase) {
        resends.begin(channelDatabase);
        loop.trigger();
    }

    /** Every channel database with its last resend. */
    public List<ResendRow> all() {
        return repository.lines();
    }

    /**
     * A channel database and its last resend.
     *
     * @param customers how many were sent so far
     * @param requestedAt null: there was none yet
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
