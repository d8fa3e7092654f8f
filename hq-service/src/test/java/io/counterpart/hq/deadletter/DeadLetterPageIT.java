package io.counterpart.hq.deadletter;

import java.io.UnsupportedEncodingException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static io.counterpart.hq.deadletter.DeadLetterFixtures.WRONG_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The forms of the pages of dead letters. */
@HqManualContext
@Import(DeadLetterBroker.class)
class DeadLetterPageIT {

    @Autowired
    MockMvcTester http;

    @Autowired
    DeadLetterBroker broker;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        DeadLetterFixtures.clear(work);
        broker.reset();
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
    }

    @Test
    void pagesPreviewRetryAndShowTheProgress() {
        String group = "cause=SIGNATURE_WRONG&topic=cdx.p-0001";
        assertThat(page("/dead-letters/group/retry?" + group, "OPERATOR")).contains("Retry 3 dead letters", "Retry 3<");
        assertThat(page("/dead-letters/group/retry?" + group, "VIEWER")).doesNotContain("Retry 3<");
        MvcTestResult started = form("/dead-letters/group/retry");

        String progress = String.valueOf(started.getResponse().getRedirectedUrl());
        assertThat(progress).startsWith("/dead-letters/retries/");
        await().untilAsserted(() -> assertThat(page(progress, "VIEWER")).contains("3 of 3 requeued", "Completed"));
        assertThat(page(progress + "/progress", "VIEWER")).contains("3 of 3 requeued");
        assertThat(form("/dead-letters/group/retry")).hasRedirectedUrl("/dead-letters");
        assertThat(page("/dead-letters/group/retry?" + group, "OPERATOR")).contains("No open dead letters are left");
        assertThat(page("/dead-letters/group?all=true&" + group, "VIEWER")).contains("Requeued");
        assertThat(broker.sentKeys()).hasSize(3);
    }

    @Test
    void pagesSayWhatCannotBeRetried() {
        DeadLetterFixtures.add(work, "cdx.1110", WRONG_SIGNATURE, 1);

        assertThat(page("/dead-letters", "OPERATOR"))
                .contains("Cannot be retried: HQ publishes these messages itself.");
        assertThat(page("/dead-letters/group/retry?cause=SIGNATURE_WRONG&topic=cdx.1110", "OPERATOR"))
                .contains("HQ publishes these records itself")
                .doesNotContain("Retry 1<");
    }

    private String page(String path, String role) {
        try {
            MvcTestResult result = http.get()
                    .uri(path)
                    .with(user("somebody").roles(role))
                    .accept("text/html")
                    .exchange();
            assertThat(result).hasStatusOk();
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult form(String path) {
        return http.post()
                .uri(path)
                .with(csrf())
                .with(user("somebody").roles("OPERATOR"))
                .param("cause", "SIGNATURE_WRONG")
                .param("topic", P_0001)
                .param("upTo", String.valueOf(work.number("select max(id) from dead_letter")))
                .param("reason", "Token replaced")
                .exchange();
    }
}
