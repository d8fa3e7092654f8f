package io.counterpart.hq.customer;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a customer edits affiliations and attributes as they are defined, and offers defined values. */
@HqManualContext
class AttributePageTests extends CustomerPageSupport {

    @BeforeEach
    void define() {
        work.jdbcUpdate(
                "insert into affiliation (name, description) values ('VIP', 'Very important'), ('CLUB', 'Members')");
        define("shoeSize", "\"INTEGER\", \"minimum\": 15, \"maximum\": 60");
        define("color", "\"TEXT\", \"allowedValues\": [\"red\", \"blue\"], \"mandatory\": true");
        define("newsletter", "\"BOOLEAN\"");
        define("discount", "\"DECIMAL\"");
        define("creditLimit", "\"CURRENCY\"");
    }

    private void define(String name, String definition) {
        work.jdbcUpdate("""
                insert into attribute_definition (name, definition)
                values ('%1$s', '{"mandatory": false, "allowedValues": []}'::jsonb || '{"name": "%1$s", "type": %2$s}')
                """.formatted(name, definition));
    }

    @Test
    void replacesAffiliationsByDefinedOnes() throws Exception {
        assertThat(page().select("[name^=affiliation.]").eachAttr("name"))
                .containsExactly("affiliation.CLUB", "affiliation.VIP");
        assertThat(page().select("[name^=affiliation.][checked]").eachAttr("name"))
                .containsExactly("affiliation.VIP");

        assertThat(post("/affiliations", "affiliation.CLUB", "true")).hasStatus(HttpStatus.FOUND);

        assertThat(work.texts("select affiliations::text from customer")).containsExactly("{CLUB}");
        assertThat(work.publishedTo("cdx.1010")).singleElement().asString().contains("\"affiliations\":[\"CLUB\"]");
        assertThat(audited()).containsExactly("edit-customer C-0000001 affiliations [\"VIP\"]>[\"CLUB\"]");
    }

    @Test
    void changesNothingIfNothingIsChanged() {
        assertThat(post("/affiliations", "affiliation.VIP", "true")).hasStatus(HttpStatus.FOUND);
        assertThat(post("/attributes", "attribute.shoeSize", "38")).hasStatus(HttpStatus.FOUND);

        assertThat(work.publishedTo("cdx.1010")).isEmpty();
        assertThat(work.count("audit_entry")).isZero();
    }

    @Test
    void refusesAnUnknownAffiliationAndKeepsTheInput() throws Exception {
        MvcTestResult answer = post("/affiliations", "affiliation.CLUB", "true", "affiliation.NOPE", "true");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = body(answer);
        assertThat(page.select("#affiliations-fault").text()).isEqualTo("Affiliation “NOPE” doesn’t exist.");
        assertThat(page.select("[name^=affiliation.][checked]").eachAttr("name"))
                .containsExactly("affiliation.CLUB");
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @Test
    void keepsAnAffiliationThatIsNoLongerDefined() throws Exception {
        work.jdbcUpdate("delete from affiliation where name = 'VIP'");

        assertThat(post("/affiliations", "affiliation.VIP", "true", "affiliation.CLUB", "true"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select affiliations::text from customer")).containsExactly("{VIP,CLUB}");

        assertThat(post("/affiliations", "affiliation.CLUB", "true")).hasStatus(HttpStatus.FOUND);
        assertThat(page().select("[name^=affiliation.]").eachAttr("name")).containsExactly("affiliation.CLUB");
    }

    @Test
    void savesAttributesWithTheirTypes() {
        assertThat(post(
                        "/attributes",
                        "attribute.shoeSize",
                        "39",
                        "attribute.color",
                        "blue",
                        "attribute.newsletter",
                        "true",
                        "attribute.discount",
                        "12.5",
                        "attribute.creditLimit",
                        "1000.00"))
                .hasStatus(HttpStatus.FOUND);

        assertThat(work.texts("select attributes::text from customer"))
                .containsExactly("{\"color\": \"blue\", \"discount\": 12.5, \"shoeSize\": 39, \"newsletter\": true,"
                        + " \"creditLimit\": \"1000.00\"}");
        assertThat(audited())
                .contains(
                        "edit-customer C-0000001 attributes.shoeSize 38>39",
                        "edit-customer C-0000001 attributes.newsletter null>true")
                .hasSize(5);

        assertThat(post("/attributes", "attribute.shoeSize", "", "attribute.color", "blue"))
                .hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select jsonb_object_keys(attributes) from customer order by 1"))
                .containsExactly("color", "creditLimit", "discount", "newsletter");
    }

    @ParameterizedTest
    @CsvSource({
        "shoeSize, large, Attribute “shoeSize” doesn’t accept this value.",
        "shoeSize, 38.5, Attribute “shoeSize” doesn’t accept this value.",
        "shoeSize, 61, Attribute “shoeSize” doesn’t accept this value.",
        "discount, 1e400, Attribute “discount” doesn’t accept this value.",
        "creditLimit, plenty, Attribute “creditLimit” doesn’t accept this value.",
        "color, green, Attribute “color” doesn’t accept this value.",
    })
    void refusesAValueOfTheWrongTypeAndKeepsTheInput(String attribute, String value, String reason) throws Exception {
        MvcTestResult answer = post("/attributes", "attribute.newsletter", "false", "attribute." + attribute, value);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Document page = body(answer);
        var input = page.select("[name=attribute." + attribute + "]");
        assertThat(value(page, "attribute." + attribute)).isEqualTo(value);
        assertThat(input.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#" + input.attr("aria-describedby")).text()).isEqualTo(reason);
        assertThat(value(page, "attribute.newsletter")).isEqualTo("false");
        assertThat(page.select("[aria-invalid]")).hasSize(1);
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @Test
    void aRequiredAttributeCannotBeEmptied() throws Exception {
        post("/attributes", "attribute.color", "red");

        MvcTestResult answer = post("/attributes", "attribute.color", "");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(answer).text()).contains("Attribute “color” is required.");
        assertThat(work.texts("select attributes ->> 'color' from customer")).containsExactly("red");
    }

    @Test
    void refusesAnUnknownAttribute() throws Exception {
        MvcTestResult answer = post("/attributes", "attribute.nope", "1");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(answer).select("[role=alert]").text()).contains("Attribute “nope” doesn’t exist.");
    }

    @ParameterizedTest
    @CsvSource({"/affiliations, affiliation.CLUB, true", "/attributes, attribute.shoeSize, 44"})
    void keepsTheInputAfterAConcurrentChange(String path, String name, String value) throws Exception {
        MvcTestResult answer = postAs("OPERATOR", 77, path, name, value);

        assertThat(answer).hasStatus(HttpStatus.PRECONDITION_FAILED);
        Document page = body(answer);
        assertThat(page.select("[role=alert]").text()).contains("Another user has changed this customer");
        var input = page.select("[name=" + name + "]");
        assertThat(input.hasAttr("checked") ? "true" : input.val()).isEqualTo(value);
        assertThat(input.parents().select("details[open]")).isNotEmpty();
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/affiliations, affiliation.CLUB, true", "/attributes, attribute.shoeSize, 44"})
    void aViewerMayNotEdit(String path, String name, String value) {
        assertThat(postAs("VIEWER", 1, path, name, value)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
    }

    @Test
    void offersDefinedValuesForTheProfile() throws Exception {
        work.jdbcUpdate("insert into customer_group (name, description) values ('STAFF', 'Staff'), ('CLUB', 'Club')");
        Document page = page();

        // The group of the customer is not defined any more.
        assertThat(page.select("select#customerGroup option").eachAttr("value"))
                .containsExactly("", "RETAIL", "CLUB", "STAFF");
        assertThat(page.select("select#customerGroup option[selected]").val()).isEqualTo("RETAIL");
        assertThat(page.select("select#receiptOption option").eachAttr("value"))
                .containsExactly("", "POS", "EMAIL", "BOTH");
        assertThat(page.select("input#currencyCode").attr("list")).isEqualTo("currencies");
        assertThat(page.select("datalist#currencies option").eachAttr("value")).containsExactly("USD");
        assertThat(page.select("input#language").attr("list")).isEqualTo("languages");
        assertThat(page.select("datalist#languages option").eachAttr("value")).isEqualTo(List.of("en-US"));

        assertThat(post("", "customerGroup", "STAFF", "receiptOption", "BOTH")).hasStatus(HttpStatus.FOUND);
        assertThat(work.texts("select customer_group || ' ' || receipt_option from customer"))
                .containsExactly("STAFF BOTH");
        MvcTestResult unknown = post("", "customerGroup", "NOPE");
        assertThat(unknown)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Customer group “NOPE” doesn’t exist.");
        assertThat(value(body(unknown), "customerGroup")).isEqualTo("NOPE");
    }
}
