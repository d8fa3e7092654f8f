package io.counterpart.hq.synchronization;

import java.util.Collection;

import org.springframework.stereotype.Component;

/** Converts operations that a person wants done now, even while the job is on hold. */
@Component
public class SynchronizeNow {

    private final SynchronizationJob job;

    SynchronizeNow(SynchronizationJob job) {
        this.job = job;
    }

    /** Tries the operations again, one after the other; what waited for them goes on with the job. */
    public void run(Collection<Long> recids) {
        recids.forEach(job::run);
    }
}
