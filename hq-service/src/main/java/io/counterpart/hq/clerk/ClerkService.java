package io.counterpart.hq.clerk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.clerk.ClerkReadRepository.ClerkRow;
import io.counterpart.hq.clerk.ClerkValidator.ValidClerk;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.security.SecurityEvents;

/** Manages clerks; what changes is audited and published to their channels in the same transaction. */
@Service
class ClerkService {

    // Slower than the hash of a password, because a PIN has few digits: about a quarter of a second for each guess.
    private static final PasswordEncoder PINS = new BCryptPasswordEncoder(12);

    private final ClerkRepository clerks;
    private final ClerkReadRepository reader;
    private final ClerkValidator validator;
    private final ConfigurationService configuration;
    private final Clock clock;

    ClerkService(
            ClerkRepository clerks,
            ClerkReadRepository reader,
            ClerkValidator validator,
            ConfigurationService configuration,
            Clock clock) {
        this.clerks = clerks;
        this.reader = reader;
        this.validator = validator;
        this.configuration = configuration;
        this.clock = clock;
    }

    ListResponse<ClerkView> list(@Nullable String channel, int limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : CursorPages.before(cursor);
        List<ClerkRow> rows = reader.list(channel, after, CursorPages.read(limit));
        ListResponse<ClerkRow> page = CursorPages.of(rows, limit, ClerkRow::position);
        return new ListResponse<>(page.items().stream().map(ClerkRow::view).toList(), page.nextCursor());
    }

    List<String> channels() {
        return reader.channels();
    }

    Clerk find(String id) {
        return clerks.findById(canonical(id)).orElseThrow(() -> HqProblem.CLERK_NOT_FOUND.problem());
    }

    /** Creates or changes a clerk. The hash is computed before the transaction begins. */
    Clerk save(String id, ClerkRequest request, LongSupplier seen) {
        ValidClerk wanted = validator.check(id, request);
        String hash = wanted.pin() == null ? null : PINS.encode(wanted.pin());
        String key = canonical(id);
        var affected = new AffectedChannels(wanted.channels());
        Clerk saved = configuration.save(
                clerks,
                key,
                seen,
                present -> edit(key, present, wanted, hash, affected),
                publication -> affected.publish(publication, UUID.fromString(key)));
        SecurityEvents.write(
                affected.revokedAt == null ? "clerk-saved" : "clerk-revoked", "clerk", key, "by", AuditService.actor());
        return saved;
    }

    /** Replaces the PIN alone. */
    Clerk resetPin(String id, @Nullable String pin, LongSupplier seen) {
        ClerkView present = find(id).view();
        if (pin == null) {
            throw Problem.validation(List.of(ClerkValidator.required("/pin")));
        }
        return save(id, new ClerkRequest(present.name(), present.channels(), present.active(), pin), seen);
    }

    private Clerk edit(
            String id, @Nullable Clerk present, ValidClerk wanted, @Nullable String hash, AffectedChannels affected) {
        if (reader.isNameTaken(wanted.name(), id)) {
            throw Problem.validation("/name", "in-use", "Another clerk has this name; add a number or the store");
        }
        if (present == null) {
            if (hash == null) {
                throw Problem.validation(List.of(ClerkValidator.required("/pin")));
            }
            return new Clerk(id, wanted.name(), wanted.channels(), wanted.active(), hash, now());
        }
        affected.names.addAll(present.channels());
        if (hash != null || present.active() != wanted.active()) {
            // Later than what the channels know, whatever the clocks say: they compare it with revocations.
            Instant after = present.pinSetAt().plusMillis(1);
            Instant at = now().isAfter(after) ? now() : after;
            present.changePin(hash, at);
            affected.revokedAt = at;
        }
        return present.change(wanted.name(), wanted.channels(), wanted.active());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String canonical(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The channels that a change concerns, and the time before which PINs become invalid there at once. */
    private static final class AffectedChannels {

        private final Set<String> names;
        private @Nullable Instant revokedAt;

        AffectedChannels(Set<String> wanted) {
            this.names = new TreeSet<>(wanted);
        }

        void publish(ConfigurationPublisher publication, UUID clerk) {
            publication.channels(names);
            if (revokedAt != null) {
                publication.revokeClerk(clerk, revokedAt);
            }
        }
    }
}
