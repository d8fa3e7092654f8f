package io.counterpart.hq.customerimport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ImportedRecordsIT extends CustomerImportSupport {

    @Test
    void readsCompressedJsonLinesWithAllParts() throws Exception {
        work.jdbcUpdate("insert into attribute_definition (name, definition) values ('shoeSize',"
                + " '{\"name\": \"shoeSize\", \"type\": \"INTEGER\"}')");
        String lines = """
                {"accountNumber":"A1","type":"ORGANIZATION","organizationName":"Acme","channel":"HARBOR",\
                "createdAt":"2011-02-03","blocked":true,"addresses":[{"city":"Rome","purpose":"INVOICE"},\
                {"street":"Via 1","primary":true}],"contacts":[{"type":"PHONE","value":"555 1","marketingConsent":true}],\
                "affiliations":["VIP","Staff"],"attributes":{"shoeSize":42},\
                "externalIdentity":{"issuer":"https://id.example.com","subject":"acme"}}

                {"accountNumber":"A2","lastName":"Lee","nickname":null}
                """;
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
        UUID id = UUID.fromString(
                json(send("old.jsonl.gz", gzip.toByteArray())).get("id").stringValue());

        assertThat(counts(run(id, false))).isEqualTo("FINISHED created 2 existing 0 bad 0");
        assertThat(work.texts("select concat_ws(' ', organization_name, created_in_channel, created_at::date, blocked,"
                        + " affiliations, attributes, identity_subject) from customer where account_number = 'A1'"))
                .containsExactly("Acme HARBOR 2011-02-03 t {VIP,Staff} {\"shoeSize\": 42} acme");
        assertThat(work.texts(
                        "select concat_ws(' ', city, street, purpose, is_primary) from customer_address order by 1"))
                .containsExactly("Rome INVOICE f", "Via 1 HOME t");
        assertThat(work.texts("select type || value || marketing_consent from customer_contact"))
                .containsExactly("PHONE555 1true");
    }

    @Test
    void aDryRunReportsEveryBadRecordAndStoresNothing() throws Exception {
        work.jdbcUpdate("insert into customer_group (name, description) values ('RETAIL', 'Retail')");
        UUID id = upload("bad.csv", """
                account number,last name,email,group,store,country,extra
                B1,Lee,a@example.com,RETAIL,HARBOR,NOR,
                ,Lee,,,,,
                B3,,,,,,
                B4,Lee,not an address,,,,
                B5,Lee,,UNKNOWN,,,
                B6,Lee,,,NOWHERE,,
                B7,Lee,,,,XX,
                B1,Again,,,,,
                B9,Lee
                B1234567890123456789012,Lee,,,,,
                """);

        JsonNode job = run(id, true);

        assertThat(counts(job)).isEqualTo("CHECKED created 1 existing 0 bad 9");
        assertThat(report(job)
                        .valueStream()
                        .map(row -> row.get("line").longValue() + " "
                                + row.get("code").stringValue())
                        .toList())
                .containsExactly(
                        "3 required",
                        "4 name-required",
                        "5 not-an-email",
                        "6 unknown-customer-group",
                        "7 unknown-channel",
                        "8 not-a-country",
                        "9 repeated-in-file",
                        "10 wrong-number-of-cells",
                        "11 invalid-account-number");
        assertThat(report(job).get(6).get("reason").stringValue()).isEqualTo("Line 2 of the file has the same value.");
        assertThat(work.count("customer")).isZero();
        assertThat(work.count("distribution_log")).isZero();
        assertThat(counts(run(id, false))).isEqualTo("FINISHED created 1 existing 0 bad 9");
    }

    @Test
    void idsAndSignInsInUseAreReported() throws Exception {
        String header = "accountNumber,asyncCustomerId,lastName,externalIdentity.issuer,externalIdentity.subject\n";
        UUID used = UUID.randomUUID();
        importing("a.csv", header + "A1,%s,Lee,https://id.example.com,ann\n".formatted(used));

        JsonNode job = importing(
                "b.csv",
                header
                        + "A2,%s,Lee,,\nA3,,Lee,https://id.example.com,ann\nA1,%s,Lee,,\nA4,nothing,Lee,,\n"
                                .formatted(used, UUID.randomUUID()));

        assertThat(report(job)
                        .valueStream()
                        .map(row -> row.get("accountNumber").stringValue() + " "
                                + row.get("code").stringValue())
                        .toList())
                .containsExactly("A2 id-in-use", "A3 identity-in-use", "A1 account-number-in-use", "A4 invalid-value");
    }

    @Test
    void theMappingIsChecked() throws Exception {
        UUID id = upload("c.csv", "a,b,c\nA1,Lee,x\n");
        String start = PATH + "/" + id + "/start";

        assertThat(client.post(admin, start, "{\"dryRun\": true}"))
                .hasStatus(422)
                .bodyText()
                .contains("/mapping");
        assertThat(client.post(admin, start, """
                        {"dryRun": true, "mapping": {"a": "accountNumber", "b": "accountNumber", "c": "nothing", "d": "email"}}
                        """))
                .hasStatus(422)
                .bodyText()
                .contains("field-used-twice", "unknown-field", "unknown-column");
        assertThat(
                        client.post(
                                admin,
                                start,
                                "{\"dryRun\": false, \"mapping\": {\"a\": \"accountNumber\", \"b\": \"lastName\", \"c\": null}}"))
                .hasStatusOk();
        processAll();
        assertThat(work.texts("select account_number || last_name from customer"))
                .containsExactly("A1Lee");
    }

    @Test
    void filesThatCannotBeReadAreRefusedWithTheReason() {
        assertThat(send("a.csv", new byte[0])).hasStatus(422).bodyText().contains("empty");
        assertThat(send("a.csv", "number,name\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("no records");
        assertThat(send("a.csv", "number,name\n1,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasStatus(422)
                .bodyText()
                .contains("Save it as UTF-8");
        assertThat(send("a.csv", "number,name\n1,\"Lee\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(send("a.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}))
                .hasStatus(422)
                .bodyText()
                .contains("damaged");
        assertThat(work.count("customer_import where status <> 'FAILED'")).isZero();
    }
}
