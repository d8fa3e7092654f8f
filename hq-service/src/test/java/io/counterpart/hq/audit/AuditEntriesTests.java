package io.counterpart.hq.audit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class AuditEntriesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    /** Pages of earlier versions wrote entries without a detail. */
    @Test
    void listsAnEntryWithoutDetail() {
        work.clear();
        work.jdbcUpdate(
                "insert into audit_entry (at, actor, action, subject) values (now(), 'admin', 'changed', 'HARBOR')");

        assertThat(http.get()
                        .uri("/api/v1/audit-entries?subject=HARBOR")
                        .header(HttpHeaders.AUTHORIZATION, work.bearer(TokenRole.HQ_API, null)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].action")
                .isEqualTo("changed");
    }
}
