package io.counterpart.channel.signin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of the emails with which customers are signing up. */
@Repository
class SignUpClaimRepository {

    // A sign-up that crashed leaves its claim to expire.
    private static final String CLAIM = """
            insert into sign_up_claim as held (email_sha256, claimant, expires_at) values (?, ?, ?)
            on conflict (email_sha256) do update
            set claimant = excluded.claimant, expires_at = excluded.expires_at
            where held.expires_at < ?
            """;

    private static final String RELEASE = "delete from sign_up_claim where email_sha256 = ? and claimant = ?";

    private final JdbcTemplate jdbc;

    SignUpClaimRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean claim(String emailSha256, UUID claimant, Instant now, Instant until) {
        return jdbc.update(CLAIM, emailSha256, claimant, Timestamp.from(until), Timestamp.from(now)) == 1;
    }

    void release(String emailSha256, UUID claimant) {
        jdbc.update(RELEASE, emailSha256, claimant);
    }
}
