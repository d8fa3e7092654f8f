package io.counterpart.channel.clerk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.SecurityEvents;

/** Signs clerks in by PIN. Each attempt is counted before the slow comparison of the hash, outside any transaction. */
@Service
class ClerkSignInService {

    private static final PasswordEncoder PINS = new BCryptPasswordEncoder();

    private final ClerkRepository clerks;
    private final SignInAttemptRepository attempts;
    private final DataKeyService keys;
    private final Clock clock;

    ClerkSignInService(ClerkRepository clerks, SignInAttemptRepository attempts, DataKeyService keys, Clock clock) {
        this.clerks = clerks;
        this.attempts = attempts;
        this.keys = keys;
        this.clock = clock;
    }

    ClerkSignInView signIn(Caller till, ClerkSignInRequest request) {
        UUID id = request.check();
        // Only clerks of this channel are looked up, so a till does not learn whether a clerk works elsewhere. The
        // refusal may be faster than that of a wrong PIN: the till knows who works here.
        StoredClerk clerk = clerks.find(till.channel(), id).orElseThrow(() -> refused(till, id, Duration.ZERO));
        // To the microsecond, as it is stored: otherwise the end of no pause could lie after now.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant next = attempts.count(till.token(), clerk, now).orElseThrow(() -> tooMany(till, clerk, now));
        if (!PINS.matches(request.pin(), clerk.pinHash())) {
            throw refused(till, id, Duration.between(now, next));
        }
        String key = keys.keyOf(till.token());
        attempts.forget(till.token(), clerk);
        SecurityEvents.write("clerk-signed-in", "device", till.getName(), "clerk", id);
        return new ClerkSignInView(clerk.view(), key);
    }

    private static Problem refused(Caller till, UUID clerk, Duration wait) {
        SecurityEvents.write("clerk-sign-in-refused", "device", till.getName(), "clerk", clerk);
        Problem wrong = ChannelProblem.CLERK_SIGN_IN_REFUSED.because(
                "The PIN is wrong, or the clerk does not work in this store any more.");
        return wait.compareTo(Duration.ZERO) > 0 ? wrong.retryAfter(wait) : wrong;
    }

    private Problem tooMany(Caller till, StoredClerk clerk, Instant now) {
        Duration left = attempts.blockedUntil(till.token(), clerk)
                .map(until -> Duration.between(now, until))
                .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
                .orElse(Duration.ofSeconds(1));
        return StandardProblem.RATE_LIMITED
                .because("Too many wrong PINs. Wait before the next attempt, or ask headquarters for a new PIN.")
                .retryAfter(left);
    }
}
