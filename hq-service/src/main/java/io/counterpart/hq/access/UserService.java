package io.counterpart.hq.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.security.Role;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.security.SecurityEvents;

/** Manages the users who may sign in, on behalf of administrators. */
@Service
public class UserService {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final HqUserRepository repository;
    private final PasswordEncoder passwords;
    private final AuditService audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserService(
            HqUserRepository repository,
            PasswordEncoder passwords,
            AuditService audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public List<UserView> all() {
        Instant now = clock.instant();
        return repository.all().stream()
                .map(user -> new UserView(
                        user.username(),
                        user.role(),
                        user.enabled(),
                        user.isLocked(now) ? user.lockedUntil() : null,
                        user.lastUsedAt(),
                        user.version(),
                        user.company()))
                .toList();
    }

    @Transactional
    public void add(String username, String password, Role role) {
        if (!USERNAME.matcher(username).matches()) {
            throw invalid("/username", "Must be 2 to 40 lowercase letters, digits, dots, dashes or underscores");
        }
        PasswordPolicy.check(username, password);
        if (!repository.add(username, passwords.encode(password), role, clock.instant())) {
            throw invalid("/username", "A user with this name already exists");
        }
        audit.noteSetting(subject(username), null, new AuditedUser(role, true));
        event("user-added", username, role);
    }

    @Transactional
    public void change(String username, Role role, boolean enabled, long version) {
        repository.lockAdministrators();
        AuditedUser before = audited(username);
        var after = new AuditedUser(role, enabled);
        if (after.equals(before)) {
            return;
        }
        Versions.require(repository.change(username, role, enabled, version));
        audit.noteSetting(subject(username), before, after);
        event(enabled ? "user-changed" : "user-disabled", username, role);
        requireAdministrator();
    }

    /** Deletes a user, whose sessions end with their next request. Audit entries keep the name. */
    @Transactional
    public void delete(String username, long version) {
        repository.lockAdministrators();
        AuditedUser before = audited(username);
        Versions.require(repository.delete(username, version));
        requireAdministrator();
        audit.noteChange("delete", subject(username), before, null);
        events.publishEvent(new UserDeletedEvent(username));
        event("user-deleted", username, null);
    }

    /** Ends all sessions of a user, in all browsers, with their next request. */
    @Transactional
    public void signOutEverywhere(String username) {
        Versions.require(repository.endSessions(username));
        audit.note("sign-out-everywhere", subject(username), Map.of());
        event("signed-out-everywhere", username, null);
    }

    private @Nullable AuditedUser audited(String username) {
        return repository
                .find(username)
                .map(it -> new AuditedUser(it.role(), it.enabled()))
                .orElse(null);
    }

    private void requireAdministrator() {
        if (repository.enabledAdministrators() == 0) {
            throw invalid("/role", "At least one active administrator is required");
        }
    }

    @Transactional
    public void changePassword(String username, String password) {
        PasswordPolicy.check(username, password);
        if (!repository.changePassword(username, passwords.encode(password))) {
            throw invalid("/password", "This user signs in with the company account and has no password here");
        }
        audit.note("change-password", subject(username), Map.of());
        event("password-changed", username, null);
    }

    /** Changes the password of a user who knows the current one; a wrong one counts like a failed sign-in. */
    @Transactional(noRollbackFor = Problem.class)
    public void changeOwnPassword(String username, String current, String password) {
        HqUser user = repository
                .countAttempt(username, clock.instant())
                .orElseThrow(() -> invalid("/current", "Too many wrong passwords. Try again in a few minutes"));
        if (!passwords.matches(current, user.passwordHash())) {
            SecurityEvents.write("password-change-refused", "user", username);
            throw invalid("/current", "The current password is incorrect");
        }
        repository.resetAttempts(username);
        changePassword(username, password);
    }

    private static void event(String event, String username, @Nullable Role role) {
        SecurityEvents.write(event, "user", username, "role", role, "by", AuditService.actor());
    }

    private static String subject(String username) {
        return "User " + username;
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.validation(pointer, "invalid", message);
    }

    private record AuditedUser(Role role, boolean enabled) {}

    /**
     * A user without the password.
     *
     * @param lastUsedAt exact to the minute; null: not used yet
     * @param company whether the user signs in at the company's identity provider
     */
    public record UserView(
            String username,
            Role role,
            boolean enabled,
            @Nullable Instant lockedUntil,
            @Nullable Instant lastUsedAt,
            long version,
            boolean company) {}
}
