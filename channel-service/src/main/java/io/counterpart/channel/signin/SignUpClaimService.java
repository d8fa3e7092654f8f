package io.counterpart.channel.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.security.Sha256;

/**
 * Lets one sign-up with an email run after the other, on all instances. A row holds the email, not a lock of the
 * database: HQ may be called meanwhile, and connections are scarce.
 */
@Service
class SignUpClaimService {

    private static final Logger log = LoggerFactory.getLogger(SignUpClaimService.class);

    // Longer than any sign-up, so that only one that crashed leaves a claim behind.
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long PAUSE = 20;

    private final SignUpClaimRepository repository;
    private final IdentifierGenerator identifiers;
    private final Clock clock;

    SignUpClaimService(SignUpClaimRepository repository, IdentifierGenerator identifiers, Clock clock) {
        this.repository = repository;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    <T> T run(String email, Supplier<T> signUp) {
        String key = Sha256.hex(email.toLowerCase(Locale.ROOT));
        UUID claimant = identifiers.next();
        claim(key, claimant);
        try {
            return signUp.get();
        } finally {
            release(key, claimant);
        }
    }

    private void claim(String key, UUID claimant) {
        Instant now = clock.instant();
        Instant deadline = now.plus(LONGEST_WAIT);
        while (!repository.claim(key, claimant, now, now.plus(HELD))) {
            if (now.isAfter(deadline)) {
                throw inProgress();
            }
            pause();
            now = clock.instant();
        }
    }

    private void release(String key, UUID claimant) {
        try {
            repository.release(key, claimant);
        } catch (DataAccessException e) {
            log.warn(
                    "A claim of a sign-up could not be released and will expire: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inProgress();
        }
    }

    private static Problem inProgress() {
        return ChannelProblem.REQUEST_IN_PROGRESS.because(
                "Another sign-up with this email is still being processed. Try again in a few seconds.");
    }
}
