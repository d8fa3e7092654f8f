package io.counterpart.hq.access;

import java.time.Clock;
import java.time.Instant;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Loads the user of a sign-in attempt. The attempt is counted before the password is compared, so that parallel guesses
 * count too; a success resets the count.
 */
@Component
class LockingUserDetailsService implements UserDetailsService {

    private final HqUserRepository users;
    private final Clock clock;

    LockingUserDetailsService(HqUserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Instant now = clock.instant();
        return users.countAttempt(username, now)
                .map(user -> new SignedInUser(user, false, now))
                .or(() -> users.find(username).map(user -> new SignedInUser(user, true, now)))
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        users.resetAttempts(event.getAuthentication().getName());
    }
}
