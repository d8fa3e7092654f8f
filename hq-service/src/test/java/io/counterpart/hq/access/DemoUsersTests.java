package io.counterpart.hq.access;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DemoUsersTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HqUserRepository users;

    @Test
    void hashesAPasswordOnTheFirstStartOnly() {
        jdbc.sql("delete from hq_user").update();
        var encoder = new CountingEncoder();
        var demoUsers = new DemoUsers(users, encoder, Clock.systemUTC());

        demoUsers.run(new DefaultApplicationArguments());
        demoUsers.run(new DefaultApplicationArguments());

        assertThat(encoder.encoded).isEqualTo(Role.values().length);
        assertThat(users.all()).extracting(HqUser::username).containsExactly("admin", "operator", "viewer");
    }

    /** Counts the hash computations, each of which takes a tenth of a second. */
    private static final class CountingEncoder implements PasswordEncoder {

        private int encoded;

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            encoded++;
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return false;
        }
    }
}
