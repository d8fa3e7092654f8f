package io.counterpart.hq.clerk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class ClerkPageTests {

    private static final String PAGE = "/administration/clerks";
    private static final String ROBIN = "0198f3a0-0000-7000-8000-00000000c1e4";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    @Test
    void createsAClerkOnceHoweverOftenTheFormIsSent() {
        create("name", "Robin Reyes", "channels", "HARBOR", "channels", "STATION", "pin", "4711")
                .hasRedirectedUrl(PAGE)
                .flash()
                .containsEntry("done", PageMessage.of("clerkForm.flash.saved"));
        create("name", "Robin Reyes", "channels", "HARBOR", "pin", "4711")
                .flash()
                .doesNotContainKey("done");

        assertThat(work.count("clerk")).isOne();
        page(PAGE).bodyText().contains("Robin Reyes", "HARBOR, STATION", "Active");
        page(PAGE + "?channel=ONLINE").bodyText().doesNotContain("Robin Reyes");
    }

    @Test
    void aRefusedFormKeepsItsInputButNotThePin() {
        create("name", "Robin Reyes", "channels", "HARBOR", "pin", "47")
                .hasRedirectedUrl(PAGE + "/new")
                .flash()
                .containsEntry("fault", "PIN: Must have 4 to 8 digits.")
                .hasEntrySatisfying(
                        "typed",
                        typed -> assertThat(String.valueOf(typed))
                                .contains("Robin Reyes")
                                .doesNotContain("pin"));

        assertThat(work.count("clerk")).isZero();
    }

    @Test
    void editsDeactivatesAndSetsANewPin() {
        create("name", "Robin Reyes", "channels", "HARBOR", "pin", "4711");
        String hash = hash();

        post(PAGE, "id", ROBIN, "version", version(), "name", "Robin R.", "channels", "STATION")
                .flash()
                .containsEntry("done", PageMessage.of("clerkForm.flash.saved"));
        assertThat(work.texts("select name || ' ' || active from clerk")).containsExactly("Robin R. false");
        assertThat(work.texts("select channel from clerk_channel")).containsExactly("STATION");
        assertThat(hash()).isEqualTo(hash);
        page(PAGE + "/" + ROBIN).bodyText().contains("Inactive", "Robin R.").doesNotContain(hash);

        post(PAGE + "/" + ROBIN + "/pin", "version", version(), "pin", "12")
                .flash()
                .doesNotContainKey("done");
        post(PAGE + "/" + ROBIN + "/pin", "version", version(), "pin", "123456")
                .flash()
                .containsEntry("done", PageMessage.of("clerkForm.flash.pinReset"));
        assertThat(hash()).isNotEqualTo(hash);
        assertThat(work.texts("select audit_entry::text from audit_entry"))
                .hasSize(3)
                .noneMatch(entry -> entry.contains("123456") || entry.contains("$2a$"));
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(http.get().uri(PAGE).with(user("somebody").roles("OPERATOR")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/").with(user("somebody").roles("OPERATOR")))
                .bodyText()
                .doesNotContain(PAGE);
        page("/").bodyText().contains(PAGE);
    }

    private String hash() {
        return work.texts("select pin_hash from clerk").get(0);
    }

    private String version() {
        return String.valueOf(work.number("select version from clerk"));
    }

    private MvcTestResultAssert create(String... form) {
        String[] all = new String[form.length + 2];
        all[0] = "id";
        all[1] = ROBIN;
        System.arraycopy(form, 0, all, 2, form.length);
        return post(PAGE, all);
    }

    private MvcTestResultAssert page(String path) {
        return assertThat(http.get().uri(path).with(user("somebody").roles("ADMIN")))
                .hasStatusOk();
    }

    private MvcTestResultAssert post(String path, String... form) {
        var request = http.post().uri(path).with(csrf()).with(user("somebody").roles("ADMIN"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request).hasStatus(HttpStatus.FOUND);
    }
}
