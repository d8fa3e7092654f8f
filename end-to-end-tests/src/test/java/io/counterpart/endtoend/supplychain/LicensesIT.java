package io.counterpart.endtoend.supplychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Each component of a jar, by its bill of materials, has a license that permits to use and to pass it on. */
class LicensesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    // By SPDX. Those of the last two lines permit to link a library that is not changed.
    private static final Set<String> PERMITTED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "ISC",
            "CC0-1.0",
            "Unicode-3.0",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception");

    // JLine's pom names a license of three clauses that CycloneDX takes for the one of four.
    private static final Map<String, String> CORRECTED = Map.of("org.jline", "BSD-3-Clause");

    @ParameterizedTest
    @ValueSource(strings = {"hq-service", "channel-service", "command-line"})
    void everyComponentHasAPermittedLicense(String module) throws IOException {
        JsonNode materials = materials(module);

        assertThat(materials.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(materials.path("components").valueStream().toList())
                .hasSizeGreaterThan(5)
                .allSatisfy(component -> assertThat(licenses(component))
                        .as(component.path("purl").asString())
                        .anyMatch(LicensesIT::isPermitted));
    }

    @Test
    void aForbiddenLicenseIsFound() {
        assertThat(isPermitted("AGPL-3.0-only")).isFalse();
        assertThat(isPermitted("Apache-2.0 AND AGPL-3.0-only")).isFalse();
        assertThat(isPermitted("AGPL-3.0-only OR MIT")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hq-service", "channel-service"})
    void theBillOfMaterialsHasWhatTheJarHas(String module) throws IOException {
        List<String> names = materials(module)
                .path("components")
                .valueStream()
                .map(component -> component.path("name").asString())
                .toList();

        assertThat(names)
                .contains("spring-core", "postgresql", "kafka-clients", "service-support")
                .doesNotContain("junit-jupiter");
    }

    private static boolean isPermitted(String expression) {
        return Stream.of(expression.split(" OR ", -1))
                .anyMatch(each -> Stream.of(each.split(" AND ", -1)).allMatch(PERMITTED::contains));
    }

    private static List<String> licenses(JsonNode component) {
        String corrected = CORRECTED.get(component.path("group").asString(""));
        if (corrected != null) {
            return List.of(corrected);
        }
        return component
                .path("licenses")
                .valueStream()
                .map(choice -> choice.has("expression")
                        ? choice.path("expression").asString()
                        : choice.path("license")
                                .path(choice.path("license").has("id") ? "id" : "name")
                                .asString())
                .toList();
    }

    private static JsonNode materials(String module) throws IOException {
        Path file = ROOT.resolve(module).resolve("target/classes/META-INF/sbom/application.cdx.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: build from the root, ./mvnw verify");
        }
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
