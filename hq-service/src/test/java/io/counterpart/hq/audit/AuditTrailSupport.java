package io.counterpart.hq.audit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Base class of tests that read the audit trail. */
abstract class AuditTrailSupport {

    static final String API = "test TOKEN ";
    static final String PAGE = "somebody USER ";

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    String bearer = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        work.jdbcUpdate("delete from hq_user where username = 'bob-the-builder'");
        bearer = work.bearer(TokenRole.HQ_API, null);
    }

    List<String> entries() {
        return work.texts("""
                select actor || ' ' || actor_type || ' ' || action || ' ' || subject || ' ' || coalesce((
                  select string_agg(format('%s %s>%s', it ->> 'field', coalesce(it ->> 'oldValue', 'null'),
                    coalesce(it ->> 'newValue', 'null')), ', ' order by it ->> 'field')
                  from jsonb_array_elements(changes) as it), '')
                from audit_entry order by id
                """);
    }

    MvcTestResultAssert page(String path, String role, String... form) {
        var request = http.post().uri(path).with(csrf()).with(user("somebody").roles(role));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request).hasStatus(HttpStatus.FOUND);
    }
}
