package io.counterpart.till;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the application fit together without a build step. */
class ApplicationFilesTests {

    private static final int LONGEST = 200;
    private static final Pattern IMPORT = Pattern.compile("(?:from|^import) '(\\.[^']+)'", Pattern.MULTILINE);
    private static final String LIBRARIES = "webjars/";

    @Test
    void everyImportIsAFileOfTheApplicationOrOfAListedLibrary() throws IOException {
        var libraries = new TreeSet<String>();
        for (Path script : TillFiles.withSuffix(".js")) {
            IMPORT.matcher(TillFiles.read(script))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(name -> {
                        Path target = script.resolveSibling(name).normalize();
                        int library = target.toString().replace('\\', '/').indexOf(LIBRARIES);
                        if (library >= 0) {
                            libraries.add(target.toString().replace('\\', '/').substring(library + LIBRARIES.length()));
                        } else if (!name.endsWith("counterpart-events.js")) {
                            assertThat(target).as("%s imports %s", script, name).exists();
                        }
                    });
        }
        assertThat(libraries).isNotEmpty();
        assertThat(JsonMapper.shared()
                        .readValue(TillFiles.read(TillFiles.ROOT.resolve("libraries.json")), String[].class))
                .containsAll(libraries);
    }

    @Test
    void theLimitsAreThoseOfTheContract() {
        Map<String, Integer> limits = JsonMapper.shared()
                .readValue(TillFiles.read(TillFiles.ROOT.resolve("limits.json")), new TypeReference<>() {});

        assertThat(limits)
                .containsEntry("title", Limits.TITLE)
                .containsEntry("firstName", Limits.PERSON_NAME_PART)
                .containsEntry("middleName", Limits.PERSON_NAME_PART)
                .containsEntry("lastName", Limits.PERSON_NAME_PART)
                .containsEntry("organizationName", Limits.ORGANIZATION_NAME)
                .containsEntry("email", Limits.EMAIL)
                .containsEntry("mobile", Limits.PHONE)
                .containsEntry("url", Limits.URL)
                .containsEntry("vatNumber", Limits.VAT_NUMBER)
                .containsEntry("invoiceAccount", Limits.ACCOUNT_NUMBER)
                .containsEntry("note", Limits.NOTE)
                .containsEntry("receiptEmail", Limits.EMAIL)
                .containsEntry("phone", Limits.PHONE)
                .containsEntry("language", Limits.LANGUAGE)
                .containsEntry("currencyCode", Limits.CURRENCY_CODE)
                .containsEntry("customerGroup", Limits.CUSTOMER_GROUP)
                .containsEntry("name", Limits.ADDRESS_NAME)
                .containsEntry("street", Limits.STREET)
                .containsEntry("streetNumber", Limits.STREET_NUMBER)
                .containsEntry("buildingComplement", Limits.BUILDING_COMPLEMENT)
                .containsEntry("postBox", Limits.POST_BOX)
                .containsEntry("district", Limits.DISTRICT)
                .containsEntry("city", Limits.CITY)
                .containsEntry("county", Limits.COUNTY)
                .containsEntry("state", Limits.STATE)
                .containsEntry("zipCode", Limits.ZIP_CODE)
                .containsEntry("country", Limits.COUNTRY)
                .containsEntry("attribute", Limits.ATTRIBUTE_VALUE)
                .hasSize(28);
    }

    @Test
    void filesAreShortAndNothingIsInline() throws IOException {
        for (Path script : TillFiles.withSuffix(".js")) {
            assertThat(TillFiles.read(script).lines().count())
                    .as(script.toString())
                    .isLessThanOrEqualTo(LONGEST);
            assertThat(TillFiles.read(script))
                    .as(script.toString())
                    .doesNotContain("style=\"", "onclick=", "innerHTML", "https://");
        }
        assertThat(TillFiles.read(TillFiles.ROOT.resolve("index.html")))
                .doesNotContain("<style", "https://", "<script>");
    }

    @Test
    void theLogicWithoutABrowserIsRight() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("node"), "No Node.js here: the tests of the scripts are skipped");
        Process node = new ProcessBuilder("node", "--test", "src/test/js/")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "node-tests.txt").toFile())
                .start();
        boolean ended = node.waitFor(60, TimeUnit.SECONDS);
        node.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(node.exitValue())
                .as(Files.readString(Path.of("target", "node-tests.txt")))
                .isZero();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
