package io.counterpart.hq.feature;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.configuration.Features;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A feature is disabled after a confirmation that says what becomes of pending work. */
@HqManualContext
class FeaturePageTests {

    private static final String PAGE = "/administration/features";
    private static final String EDITING = "Enable editing customers in asynchronous mode";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        work.jdbcUpdate("""
                insert into channel_heartbeat (channel_database, at, report)
                values ('harbor', now(), '{"waitingOperations": 7, "pendingCustomers": 3}'), ('online', now(), '{}')
                """);
    }

    @Test
    void asksBeforeAFeatureIsDisabled() throws Exception {
        enable(Features.MULTIPLE_EMAILS_AND_PHONES);
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation()));
        work.jdbcUpdate("""
                update open_operation set status = 'FAILED', error_code = 'name-required', error_text = 'x'
                where recid = (select min(recid) from open_operation)
                """);
        Document list = page(PAGE, "ADMIN");
        assertThat(list.select("input[name=enabled][value=false]")).isEmpty();
        String confirmation =
                list.select("a[href$=/multiple-emails-and-phones/disable]").attr("href");

        Document page = page(confirmation, "ADMIN");

        assertThat(page.select("main").text())
                .contains("7 queued in channels, 2 open at HQ, 1 of them failed")
                .contains("All pending operations are uploaded, applied and delivered as before")
                .contains("Waits Nothing")
                .contains("Additional emails and phone numbers, for new and existing customers")
                .contains("In each of 3 channels, after it receives job 1110");
        String action = page.select("main form").attr("action");
        String version = page.select("main form input[name=version]").attr("value");
        post(action, "enabled", "false", "version", version)
                .flash()
                .containsEntry("done", PageMessage.of("features.flash.disabled"));
        assertThat(work.texts("select name from feature where enabled and not mandatory"))
                .isEmpty();
    }

    @Test
    void appliesWhatIsPendingWhenTheFeatureIsDisabled() {
        enable(Features.MULTIPLE_EMAILS_AND_PHONES);
        work.stage(List.of(OperationFixtures.creation()));
        String name = Features.MULTIPLE_EMAILS_AND_PHONES;
        post(PAGE + "/" + name, "enabled", "false", "version", version(name));

        work.synchronize();

        assertThat(work.texts("select value from customer_contact")).containsExactly("ann.work@example.com");
    }

    @Test
    void saysHowManyCustomersCannotBeEditedUntilTheyHaveANumber() throws Exception {
        enableEditing();

        assertThat(page(PAGE + "/async-customer-editing/disable", "ADMIN")
                        .select("main")
                        .text())
                .contains("3 customers are pending sync now. A pending customer can’t be edited")
                .contains("Edits of customers that are pending sync");
    }

    @Test
    void namesTheFeaturesThatRequireIt() throws Exception {
        enableEditing();
        String path = PAGE + "/async-customer-addresses";

        Document page = page(path + "/disable", "ADMIN");

        assertThat(page.select(".note").text()).contains("Disable them first", EDITING);
        assertThat(page.select("main form")).isEmpty();
        post(path, "enabled", "false", "version", version("async-customer-addresses"))
                .flash()
                .containsEntry("fault", PageMessage.of("features.fault.required", "“" + EDITING + "”"));
    }

    @Test
    void hasNoButtonForAViewer() throws Exception {
        enable(Features.MULTIPLE_EMAILS_AND_PHONES);

        assertThat(page(PAGE, "VIEWER").select("a[href$=/disable], main form")).isEmpty();
        assertThat(page(PAGE + "/multiple-emails-and-phones/disable", "VIEWER").select("main form"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"performance-improvements", "async-customer-editing"})
    void asksNothingAboutAFeatureThatCannotBeDisabledOrIsNotEnabled(String name) {
        assertThat(http.get()
                        .uri(PAGE + "/" + name + "/disable")
                        .with(user("somebody").roles("ADMIN"))
                        .accept("text/html"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl(PAGE);
    }

    @Test
    void oneMessageNamesTheMissingPrerequisites() {
        post(PAGE + "/async-customer-editing", "enabled", "true", "version", version("async-customer-editing"))
                .flash()
                .containsEntry("missingFor", "async-customer-editing")
                .containsKey("problem")
                .doesNotContainKey("fault");
    }

    @Test
    void everyFeatureHasAnExplanationOfItsOwn() {
        assertThat(work.texts("select name from feature where not mandatory"))
                .hasSize(4)
                .allSatisfy(name -> assertThat(DisabledFeatureEffect.of(name).rejected())
                        .isNotEqualTo("featureDisable.rejected.other"))
                .extracting(name -> DisabledFeatureEffect.of(name).rejected())
                .doesNotHaveDuplicates();
    }

    private void enable(String name) {
        work.jdbcUpdate("update feature set enabled = true where name = '%s'".formatted(name));
    }

    private void enableEditing() {
        Features.PREREQUISITES_OF_EDITING.forEach(this::enable);
        enable(Features.ASYNC_CUSTOMER_EDITING);
    }

    private String version(String name) {
        return work.texts("select version::text from feature where name = '%s'".formatted(name))
                .get(0);
    }

    private MvcTestResultAssert post(String path, String... form) {
        var request = http.post().uri(path).with(csrf()).with(user("somebody").roles("ADMIN"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(PAGE);
    }

    private Document page(String path, String role) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("somebody").roles(role))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
