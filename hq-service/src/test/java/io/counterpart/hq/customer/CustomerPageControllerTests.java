package io.counterpart.hq.customer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class CustomerPageControllerTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    CustomerSearchService search;

    @Autowired
    CustomerPageEditService edit;

    @BeforeEach
    void oneCustomer() {
        work.clear();
        work.stage(List.of(OperationFixtures.creation()));
        work.synchronize();
        work.jdbcUpdate("delete from distribution_log");
    }

    @Test
    void editsTheProfileAndPublishesIt() {
        post("", "phone", "+1 555 0199").hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select phone from customer")).containsExactly("+1 555 0199");
        assertThat(work.publishedTo("cdx.1010")).hasSize(1).first().asString().contains("+1 555 0199");
    }

    @Test
    void addsEditsAndRemovesAnAddress() {
        post("/addresses", "purpose", "DELIVERY", "street", "9 Mill Lane", "city", "Station", "primary", "true")
                .hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select street from customer_address where valid_to = 'infinity' and is_primary"))
                .containsExactly("9 Mill Lane");

        String address = work.texts("select address_id::text from customer_address where street = '9 Mill Lane'")
                .get(0);
        post("/addresses/" + address, "purpose", "DELIVERY", "street", "10 Mill Lane", "primary", "true")
                .hasStatus(HttpStatus.FOUND);
        assertThat(work.publishedTo("cdx.1010")).hasSize(2).last().asString().contains("10 Mill Lane", "Station");

        post("/addresses/" + address + "/remove").hasStatus(HttpStatus.FOUND);
        assertThat(work.publishedTo("cdx.1010")).hasSize(3).last().asString().doesNotContain("Mill Lane");
        assertThat(audited("street"))
                .containsExactly("null>9 Mill Lane", "9 Mill Lane>10 Mill Lane", "10 Mill Lane>null");
    }

    @Test
    void addsEditsAndRemovesAContact() {
        post("/contacts", "type", "PHONE", "value", "+1 555 0142", "marketingConsent", "true")
                .hasStatus(HttpStatus.FOUND);
        String contact = work.texts("select contact_id::text from customer_contact where value = '+1 555 0142'")
                .get(0);
        String consent =
                "select consent_source || ' ' || (consent_at > now() - interval '1 hour') from customer_contact"
                        + " where value like '+1 555 014_'";
        assertThat(work.texts(consent)).containsExactly("HQ true");
        work.jdbcUpdate("update customer_contact set consent_source = 'Web shop', consent_text = 'newsletter-3'");
        post("/contacts/" + contact, "value", "+1 555 0143").hasStatus(HttpStatus.FOUND);
        assertThat(work.texts(consent)).containsExactly("HQ true");
        assertThat(work.texts("select consent_text from customer_contact where consent_text is not null"
                        + " and value like '+1 555 014_'"))
                .isEmpty();
        assertThat(work.texts("select value from customer_contact where not marketing_consent"))
                .containsExactly("+1 555 0143");
        post("/contacts/" + contact + "/remove").hasStatus(HttpStatus.FOUND);
        assertThat(work.publishedTo("cdx.1010")).hasSize(3).last().asString().doesNotContain("0143");
    }

    @Test
    void editsTheFurtherFieldsOfAProfile() {
        String[] typed = {
            "mobile",
            "+1 555 0177",
            "url",
            "https://ann.example.com",
            "vatNumber",
            "GB 123",
            "invoiceAccount",
            "C-9",
            "optOutPersonalization",
            "true",
            "optOutWebActivityTracking",
            ""
        };

        post("", typed).hasStatus(HttpStatus.FOUND);
        post("", typed).hasStatus(HttpStatus.FOUND);

        assertThat(work.texts("""
                        select concat_ws(' ', mobile, url, vat_number, invoice_account, opt_out_personalization,
                          opt_out_web_activity_tracking)
                        from customer where account_number = 'C-0000001'
                        """)).containsExactly("+1 555 0177 https://ann.example.com GB 123 C-9 t");
        assertThat(work.publishedTo("cdx.1010"))
                .as("the second one changes nothing")
                .hasSize(1)
                .last()
                .asString()
                .contains("\"vatNumber\":\"GB 123\"", "\"optOutPersonalization\":true")
                .doesNotContain("optOutWebActivityTracking");
        post("", "optOutPersonalization", "").hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select opt_out_personalization is null from customer where mobile is not null"))
                .containsExactly("t");
    }

    @Test
    void keepsTheTypingThatTheRulesRefuse() {
        post("/addresses", "purpose", "HOME", "street", " ", "country", "ATLANTIS" + "S".repeat(90))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ATLANTIS");
        post("", "firstName", "", "lastName", "")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"lastName-fault\"");
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', email, not an email, Email must be a valid address.",
        "'', phone, abc, Phone must contain digits.",
        "'', language, xx yy zz, 'Language must be a language tag, such as en-US.'",
        "'', currencyCode, ZZZ, 'Currency must be an ISO 4217 code, such as USD.'",
        "'', receiptEmail, @@, Email must be a valid address.",
        "'', mobile, abc, Phone must contain digits.",
        "'', url, javascript:void, Web site must begin with http:// or https://.",
        "'', vatNumber, none, VAT number must contain digits.",
        "/addresses, country, ??, 'Country must be a three-letter ISO 3166 code, such as USA.'",
        "/addresses, email, nobody, Email must be a valid address.",
        "/contacts, value, abc, Phone must contain digits."
    })
    void refusesWhatAChannelWouldRefuse(String path, String field, String value, String reason) {
        post(path, field, value, "purpose", "HOME", "type", "PHONE")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(">" + reason + "</p>", "value=\"" + value + "\"");
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @Test
    void aStaleFormSaysSoAndKeepsTheTyping() {
        assertThat(http.post()
                        .uri("/customers/C-0000001/contacts")
                        .param("version", "77")
                        .param("type", "PHONE")
                        .param("value", "+1 555 0142")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.PRECONDITION_FAILED)
                .bodyText()
                .contains("Another user has changed this customer since you opened it")
                .contains("+1 555 0142");
    }

    @Test
    void reportsOneOfTwoConcurrentSavesAsAConflict() {
        CustomerSnapshot seen = search.one("C-0000001");
        assertThat(edit.save(seen, Map.of("phone", "+1 555 0111"))).isNull();
        assertThatThrownBy(() -> edit.save(seen, Map.of("email", "other@example.com")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Read it again");
        assertThat(work.texts("select phone || email from customer")).containsExactly("+1 555 0111ann@example.com");
    }

    @Test
    void showsTimesInUtcForTheScriptToLocalize() {
        assertThat(http.get()
                        .uri("/customers/C-0000001")
                        .with(user("v").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("<time datetime=\"2026-11-20T12:00:01Z\" title=\"2026-11-20 12:00:01 UTC\" "
                        + "data-ago=\"[^\"]+ ago\">2026-11-20 12:00:01 UTC</time>");
    }

    @ParameterizedTest
    @CsvSource({
        "ann lee, 1, 0",
        "lee nobody, 1, 1",
        "'ann,nobody', 0, 0",
        "nobody, 0, 0",
    })
    void listsBelowWhoMatchesSomeOfTheWords(String query, int links, int partial) {
        String page = searched(query);

        assertThat(page.split("href=\"/customers/C-0000001\"", -1)).hasSize(links + 1);
        assertThat(page.split("id=\"partial\"", -1)).hasSize(partial + 1);
    }

    @Test
    void forgivesTypingErrorsWhenNobodyMatches() {
        work.stage(List.of(OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile("Max", "Albrecht", "max@example.com"), null)));
        work.synchronize();

        assertThat(searched("albrecth max")).contains("No customers found.", "id=\"partial\"", "Max Albrecht");
    }

    @Test
    void aViewerOnlyLooks() {
        assertThat(http.post()
                        .uri("/customers/C-0000001/addresses")
                        .with(csrf())
                        .with(user("v").roles("VIEWER")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private String searched(String query) {
        var session = new MockHttpSession();
        var results = http.post()
                .uri("/customers")
                .param("query", query)
                .session(session)
                .with(csrf())
                .with(user("v").roles("VIEWER"))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        var page = http.get()
                .uri(Objects.requireNonNull(results))
                .session(session)
                .with(user("v").roles("VIEWER"))
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Old and new values of a field in the audit entries of the customer. */
    private List<String> audited(String field) {
        return work.texts("""
                select coalesce(it ->> 'oldValue', 'null') || '>' || coalesce(it ->> 'newValue', 'null')
                from audit_entry, jsonb_array_elements(changes) as it
                where subject = 'C-0000001' and action = 'edit-customer' and it ->> 'field' = '%s' order by id
                """.formatted(field));
    }

    private MvcTestResultAssert post(String path, String... form) {
        var request = http.post()
                .uri("/customers/C-0000001" + path)
                .param("version", String.valueOf(work.number("select version from customer")))
                .with(csrf())
                .with(user("o").roles("OPERATOR"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request.exchange());
    }
}
