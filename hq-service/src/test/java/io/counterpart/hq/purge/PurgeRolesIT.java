package io.counterpart.hq.purge;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PurgeRolesIT extends PurgeSupport {

    @Test
    void theServiceCanOnlyAppendToTheAuditTrail() {
        service.sql("insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'change', 'Channel X')")
                .update();
        for (String forbidden : List.of(
                "delete from audit_entry",
                "update audit_entry set actor = 'bob'",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry")) {
            assertThatThrownBy(() -> service.sql(forbidden).update())
                    .as(forbidden)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThat(service.sql("select actor from audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("ada");
    }

    @Test
    void thePurgeDeletesNoRecentEntryWhateverItIsAskedFor() {
        service.sql("insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'change', 'Channel X')")
                .update();
        service.sql("select purge_audit_entries(now() + interval '1 day', 1000)")
                .query(Long.class)
                .single();
        assertThat(count("audit_entry")).isEqualTo(1);
    }

    @Test
    void anInstallationWithOneRolePurgesToo() {
        TestDatabase database = TestDatabase.fresh("onerole");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient one = JdbcClient.create(source);
        one.sql("insert into audit_entry (at, actor, action, subject) values ('2020-01-01', 'ada', 'change', 'X')")
                .update();

        assertThat(new PurgeRepository(one).purgeAudit(NOW, 10)).isEqualTo(1);
        assertThat(one.sql("select count(*) from audit_entry").query(Long.class).single())
                .isZero();
    }

    @Test
    void theServiceIsNoSuperuserAndOwnsNothing() {
        assertThat(service.sql(
                                "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(service.sql("select relname from pg_class where relowner = current_user::text::regrole")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
