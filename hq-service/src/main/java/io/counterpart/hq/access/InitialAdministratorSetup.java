package io.counterpart.hq.access;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.counterpart.hq.security.Role;

/** Creates the first administrator of a new installation, with a password from the environment. */
@Component
@Profile("!local")
class InitialAdministratorSetup implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(InitialAdministratorSetup.class);

    private final HqUserRepository users;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Clock clock;

    InitialAdministratorSetup(HqUserRepository users, PasswordEncoder passwords, Settings settings, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        removeDemoUsers();
        if (users.enabledAdministrators() > 0) {
            return;
        }
        String password = settings.password();
        if (password == null || password.length() < PasswordPolicy.MIN_LENGTH) {
            log.warn(
                    "No user exists. Set hq.first-administrator.password to at least {} characters",
                    PasswordPolicy.MIN_LENGTH);
            return;
        }
        users.add(settings.usernameOrDefault(), passwords.encode(password), Role.ADMIN, clock.instant());
    }

    // A copy of a demo database must not open another system. A user with that name and another password stays.
    private void removeDemoUsers() {
        for (String name : DemoUsers.names()) {
            users.find(name)
                    .filter(user -> passwords.matches(name, user.passwordHash()))
                    .ifPresent(user -> {
                        users.remove(name);
                        log.warn("Removed demo user {}: demo users exist in profile local only", name);
                    });
        }
    }

    /**
     * Who is made when there is no administrator yet.
     *
     * @param username name of the first administrator; admin if it is not set
     * @param password password of the first administrator, at least ten characters; without one, no user is made
     */
    @ConfigurationProperties("hq.first-administrator")
    record Settings(@Nullable String username, @Nullable String password) {

        String usernameOrDefault() {
            return username == null ? "admin" : username;
        }
    }
}
