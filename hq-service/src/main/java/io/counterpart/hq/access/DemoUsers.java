package io.counterpart.hq.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.counterpart.hq.security.Role;

/** Creates three users with publicly known passwords, for a local system only. */
@Component
@Profile("local")
class DemoUsers implements ApplicationRunner {

    private final HqUserRepository users;
    private final PasswordEncoder passwords;
    private final Clock clock;

    DemoUsers(HqUserRepository users, PasswordEncoder passwords, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (Role role : Role.values()) {
            String name = nameOf(role);
            // Hashing takes noticeable time at every start, so only where it is needed.
            if (users.find(name).isEmpty()) {
                users.add(name, passwords.encode(name), role, clock.instant());
            }
        }
    }

    /** The names of the demo users, which are their passwords too. */
    static List<String> names() {
        return Stream.of(Role.values()).map(DemoUsers::nameOf).toList();
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
