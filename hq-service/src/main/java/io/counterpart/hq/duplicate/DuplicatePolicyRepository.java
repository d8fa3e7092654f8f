package io.counterpart.hq.duplicate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.master.DuplicateMode;

/** The table {@code duplicate_policy}. */
@Repository
class DuplicatePolicyRepository {

    private final JdbcClient jdbc;

    DuplicatePolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DuplicatePolicy read() {
        return jdbc.sql("select mode, version from duplicate_policy")
                .query(DuplicatePolicy.class)
                .single();
    }

    /** Returns false if the version has changed. */
    boolean save(DuplicateMode mode, long version) {
        return jdbc.sql("update duplicate_policy set mode = :mode, version = version + 1 where version = :version")
                        .param("mode", mode.name())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The row of {@code duplicate_policy}. */
    record DuplicatePolicy(DuplicateMode mode, long version) {}
}
