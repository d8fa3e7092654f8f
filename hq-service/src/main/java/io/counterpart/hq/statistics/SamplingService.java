package io.counterpart.hq.statistics;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Samples the minutes that have ended, and rolls them up to longer periods; one instance at a time. */
@Service
class SamplingService {

    /** How far missed minutes are sampled after a downtime. */
    static final Duration CATCH_UP = Duration.ofMinutes(60);

    /** How far missed periods are rolled up: as far as there are samples of minutes. */
    static final Duration ROLL_UP = Duration.ofDays(2);

    private final SampleRepository samples;
    private final RollUpRepository rollUps;

    SamplingService(SampleRepository samples, RollUpRepository rollUps) {
        this.samples = samples;
        this.rollUps = rollUps;
    }

    /** Returns whether there was anything to sample, and no other instance did it. */
    @Transactional
    public boolean sample(Instant now) {
        Instant last = SampleLength.MINUTE.start(now).minus(SampleLength.MINUTE.duration());
        if (!samples.tryLock()) {
            return false;
        }
        Instant newest = samples.newest(SampleLength.MINUTE).orElse(null);
        if (newest != null && !newest.isBefore(last)) {
            return false;
        }
        // The newest one again: some of its transactions may have ended after it was sampled.
        samples.sampleMinutes(newest == null ? last : later(newest, last.minus(CATCH_UP)), last);
        // The last minute will be sampled again, so periods that end with it have to wait.
        SampleLength.ROLLED_UP.forEach(length -> rollUp(length, last));
        return true;
    }

    private void rollUp(SampleLength length, Instant settled) {
        Instant to = length.start(settled);
        Instant begun = samples.newest(length)
                .map(newest -> newest.plus(length.duration()))
                .or(() -> samples.oldest(SampleLength.MINUTE).map(length::start))
                .orElse(to);
        Instant from = later(begun, length.start(settled.minus(ROLL_UP)));
        if (from.isBefore(to)) {
            rollUps.rollUp(length, from, to);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
