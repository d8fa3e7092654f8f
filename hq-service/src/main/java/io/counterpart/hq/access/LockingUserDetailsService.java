package io.counterpart.hq.access;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Loads users for sign-in, and locks a user for a while after consecutive wrong passwords. */
@Component
class LockingUserDetailsService implements UserDetailsService {

    static final int WRONG_PASSWORDS = 5;
    static final Duration LOCKED = Duration.ofMinutes(5);

    private final HqUserRepository users;
    private final Clock clock;

    LockingUserDetailsService(HqUserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        HqUser user = users.find(username).orElseThrow(() -> new UsernameNotFoundException("No such user"));
        return User.withUsername(user.username())
                .password(user.passwordHash())
                .roles(user.role().name())
                .disabled(!user.enabled())
                .accountLocked(user.isLocked(clock.instant()))
                .build();
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        users.failed(
                event.getAuthentication().getName(),
                WRONG_PASSWORDS,
                clock.instant().plus(LOCKED));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        users.succeeded(event.getAuthentication().getName());
    }
}
