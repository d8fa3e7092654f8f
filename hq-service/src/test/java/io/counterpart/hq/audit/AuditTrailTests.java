package io.counterpart.hq.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.configuration.TillSection;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Every change has one entry with who, what, old and new value, whether it came from a page or from the API. */
@HqManualContext
class AuditTrailTests extends AuditTrailSupport {

    private static final String ALL_SECTIONS = Stream.of(TillSection.values())
            .map(section -> "\"" + section + "\"")
            .collect(Collectors.joining(", ", "[", "]"));

    @Test
    void auditsChangesOfChannels() {
        put("/api/v1/channels/HARBOR", """
                {"name": "The harbor", "type": "STORE", "channelDatabase": "harbor", "functionalityProfile": "stores",
                 "operatingUnit": {"name": "Harbor", "country": "CAN", "currencyCode": "USD", "language": "en-US"}}
                """);
        put("/api/v1/functionality-profiles/kiosks", "{\"name\": \"Kiosks\", \"createCustomersInAsyncMode\": true}");
        put("/api/v1/channel-database-groups/default", "{\"filterSharedCustomerDataTables\": true}");
        assertThat(entries())
                .containsExactly(
                        API + "change Channel HARBOR name HARBOR>The harbor, operatingUnit.country USA>CAN",
                        API + "create Functionality profile kiosks createCustomersInAsyncMode null>true,"
                                + " createOrdersInAsyncMode null>false, id null>kiosks, mandatoryFields null>[], name null>Kiosks,"
                                + " orderMode null>SYNC, primaryAddressRequired null>false, tillSections null>"
                                + ALL_SECTIONS,
                        API + "change Channel database group default filterSharedCustomerDataTables false>true");
    }

    @Test
    void auditsAPageLikeTheApi() {
        page("/administration/profiles", "ADMIN", "id", "stores", "name", "Shops", "version", "0");
        page("/administration/affiliations", "ADMIN", "name", "VIP", "description", "Very important");
        page(
                "/administration/customer-groups",
                "ADMIN",
                "name",
                "RETAIL",
                "description",
                "Retail",
                "dimensions",
                "BU=1");
        page("/administration/attributes", "ADMIN", "name", "shoeSize", "type", "INTEGER", "minimum", "15");
        assertThat(entries())
                .containsExactly(
                        PAGE + "change Functionality profile stores name Stores>Shops",
                        PAGE + "create Affiliation VIP description null>Very important, name null>VIP",
                        PAGE + "create Customer group RETAIL description null>Retail, financialDimensions.BU null>1,"
                                + " name null>RETAIL",
                        PAGE + "create Attribute shoeSize allowedValues null>[], mandatory null>false, minimum null>15,"
                                + " name null>shoeSize, type null>INTEGER");
    }

    @Test
    void auditsTheSectionsThatAPageHides() {
        page(
                "/administration/profiles",
                "ADMIN",
                "id",
                "stores",
                "name",
                "Stores",
                "version",
                "0",
                "sections",
                "chosen",
                "section-ADDRESSES",
                "on",
                "section-TIMELINE",
                "on");
        assertThat(entries())
                .containsExactly(PAGE + "change Functionality profile stores tillSections " + ALL_SECTIONS
                        + ">[\"ADDRESSES\", \"TIMELINE\"]");
    }

    @Test
    void auditsTheFieldsThatAPageMakesMandatory() {
        page(
                "/administration/profiles",
                "ADMIN",
                "id",
                "stores",
                "name",
                "Stores",
                "version",
                "0",
                "mandatory-EMAIL",
                "on",
                "mandatory-LANGUAGE",
                "on");
        assertThat(entries())
                .containsExactly(
                        PAGE + "change Functionality profile stores mandatoryFields []>[\"EMAIL\", \"LANGUAGE\"]");
    }

    @Test
    void auditsEachFeatureThatASwitchEnables() {
        page("/administration/features/async-customer-editing/with-prerequisites", "ADMIN");
        assertThat(entries())
                .containsExactlyInAnyOrder(
                        PAGE + "change Feature async-customer-editing enabled false>true",
                        PAGE + "change Feature async-customer-addresses enabled false>true",
                        PAGE + "change Feature enhanced-async-customer-creation enabled false>true");
    }

    @Test
    void auditsBatchJobs() {
        String job = "/api/v1/batch-jobs/1010";
        client.post(bearer, job + "/hold", null);
        client.post(bearer, job + "/hold", null);
        page("/jobs/1010/release", "OPERATOR");
        String before = work.texts("select recurrence from batch_job where job = '1010'")
                .get(0);
        assertThat(client.put(bearer, job + "/recurrence", job, "{\"recurrence\": \"PT7S\"}"))
                .hasStatusOk();
        client.post(bearer, job + "/run", null);
        assertThat(client.put(bearer, job + "/recurrence", job, "{\"recurrence\": \"" + before + "\"}"))
                .hasStatusOk();
        assertThat(entries().subList(0, 4))
                .containsExactly(
                        API + "hold Batch job 1010 held false>true",
                        PAGE + "release Batch job 1010 held true>false",
                        API + "reschedule Batch job 1010 recurrence " + before + ">PT7S",
                        API + "run Batch job 1010 ");
    }

    @Test
    void auditsNumbersAndThePolicyForDuplicates() {
        put("/api/v1/number-sequences/customer", "{\"lastNumber\": 1000000}");
        put("/api/v1/duplicate-policy", "{\"mode\": \"link\"}");
        assertThat(entries())
                .containsExactly(
                        API + "change Number sequence customer lastNumber 999999>1000000",
                        API + "set duplicate-policy mode OFF>LINK");
    }

    @Test
    void showsOldAndNewValuesBesideEntriesOfEarlierVersions() {
        work.jdbcUpdate(
                "insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'saved', 'Channel X')");
        put("/api/v1/duplicate-policy", "{\"mode\": \"flag\"}");
        assertThat(client.get(bearer, "/api/v1/audit-entries"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"items": [
                  {"actor": "test", "actorType": "TOKEN", "subject": "duplicate-policy",
                   "changes": [{"field": "mode", "oldValue": "OFF", "newValue": "FLAG"}]},
                  {"actor": "ada", "actorType": null, "action": "saved", "subject": "Channel X", "changes": []}]}
                """);
        assertThat(http.get()
                        .uri("/administration/changes")
                        .with(user("somebody").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("test (token)", "<del>OFF</del>", "<ins>FLAG</ins>", "saved");
    }

    private void put(String path, String json) {
        assertThat(client.put(bearer, path, json)).hasStatusOk();
    }
}
