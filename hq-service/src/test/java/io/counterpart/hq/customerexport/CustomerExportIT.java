package io.counterpart.hq.customerexport;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class CustomerExportIT {

    private static final String PATH = "/api/v1/customer-export?format=";

    private static final String FILE = """
            {"accountNumber":"A1","firstName":"Ann","lastName":"Lee","phone":"+47 1","mobile":"+47 2","url":"https://ann.example.com","vatNumber":"NO 123","invoiceAccount":"A2","optOutPersonalization":true,"optOutWebActivityTracking":false,"addresses":[{"street":"=1+1","city":"Oslo"},{"city":"Rome"}],"contacts":[{"value":"x@example.com","marketingConsent":true}],"affiliations":["VIP"],"attributes":{"size":42,"colour":"red"},"externalIdentity":{"issuer":"https://id.example.com","subject":"ann"},"channel":"HARBOR","createdAt":"2011-02-03T04:05:06Z"}
            {"accountNumber":"A2","organizationName":"The \\"Shop\\"","blocked":true}
            """;

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    ApplicationContext context;

    private String admin = "";

    @BeforeEach
    void importTwo() throws Exception {
        clear();
        load("customers.jsonl", FILE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExportedCanBeImportedAsItWas(FileFormat format) throws Exception {
        List<String> before = customers();
        String exported = export(format);
        clear();

        load(format == FileFormat.CSV ? "customers.csv" : "customers.jsonl", exported);

        assertThat(before).hasSize(5);
        assertThat(customers()).isEqualTo(before);
        assertThat(work.count("customer_import_problem")).isZero();
    }

    @Test
    void noCellLooksLikeAFormulaAndTheExportIsAudited() throws Exception {
        assertThat(export(FileFormat.CSV)).contains(",'=1+1,", ",'+47 1,").doesNotContain(",=", ",+");
        assertThat(work.texts("select action || ' ' || detail::text from audit_entry where action like '%export'"
                        + " order by id"))
                .hasSize(2)
                .last()
                .asString()
                .contains("export", "\"customers\": 2");
    }

    @Test
    void onlyAdministratorsExport() {
        assertThat(client.get(work.bearer(TokenRole.TILL, null), PATH + "CSV")).hasStatus(403);
        assertThat(client.get(admin, PATH + "XML")).hasStatus4xxClientError();
    }

    private void clear() {
        work.clear();
        work.channels();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    private List<String> customers() {
        return Stream.of(
                        "select (to_jsonb(customer) - 'converted_at')::text from customer order by account_number",
                        "select (to_jsonb(part) - 'valid_from')::text from customer_address as part order by address_id",
                        "select to_jsonb(part)::text from customer_contact as part order by contact_id",
                        "select async_customer_id::text from customer order by 1")
                .flatMap(sql -> work.texts(sql).stream())
                .filter(row -> row.startsWith("{"))
                .toList();
    }

    private String export(FileFormat format) throws Exception {
        var sent = client.get(admin, PATH + format);
        assertThat(sent).hasStatusOk();
        return sent.getResponse().getContentAsString();
    }

    private void load(String name, String content) throws Exception {
        var sent = http.post()
                .uri("/api/v1/customer-imports?fileName=" + name)
                .header(HttpHeaders.AUTHORIZATION, admin)
                .content(content)
                .exchange();
        assertThat(sent).hasStatus(201);
        String id = JsonMapper.shared()
                .readTree(sent.getResponse().getContentAsString())
                .get("id")
                .stringValue();
        assertThat(client.post(admin, "/api/v1/customer-imports/" + id + "/start", "{\"dryRun\": false}"))
                .hasStatusOk();
        Object loop = context.getBean("importLoop");
        while (Boolean.TRUE.equals(ReflectionTestUtils.invokeMethod(loop, "process"))) {
            assertThat(loop).isNotNull();
        }
        assertThat(work.texts("select code || reason from customer_import_problem"))
                .isEmpty();
    }
}
