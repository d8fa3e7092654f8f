package io.counterpart.hq.session;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class SessionPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDriver work;

    @BeforeEach
    void oneChannelDatabase() {
        work.clear();
        jdbc.sql("delete from resend").update();
        jdbc.sql("insert into channel_database_group (name) values ('default') on conflict do nothing")
                .update();
        jdbc.sql("insert into channel_database (name, channel_database_group) values ('harbor', 'default')"
                        + " on conflict do nothing")
                .update();
    }

    @Test
    void anAdministratorSendsEverythingAgainOnce() {
        assertPage().contains("Never run").contains("Resend all customers to harbor");

        resend("harbor", "ADMIN").hasStatus(HttpStatus.FOUND).flash().containsKey("done");
        assertThat(work.texts("select requested_by from resend where finished_at is null"))
                .containsExactly("somebody");
        assertPage().contains("In progress").doesNotContain("Resend all customers to harbor");

        resend("harbor", "ADMIN")
                .flash()
                .hasEntrySatisfying("fault", it -> assertThat(it).asString().contains("Full resync in progress"));
        assertThat(work.texts("select channel_database from resend")).hasSize(1);
    }

    @Test
    void deniesAllOtherRoles() {
        resend("harbor", "OPERATOR").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(work.texts("select channel_database from resend")).isEmpty();
    }

    @Test
    void anUnknownChannelDatabaseIsSaid() {
        resend("nowhere", "ADMIN").flash().containsKey("fault");
    }

    private MvcTestResultAssert resend(String database, String role) {
        return assertThat(http.post()
                .uri("/administration/channel-databases/" + database + "/resend")
                .with(csrf())
                .with(user("somebody").roles(role)));
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertPage() {
        return assertThat(http.get()
                        .uri("/sessions?direction=download")
                        .with(user("somebody").roles("ADMIN"))
                        .accept("text/html"))
                .hasStatus(HttpStatus.OK)
                .bodyText();
    }
}
