package io.counterpart.hq.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages show labels, never the names of fields in JSON. */
class FieldLabelTests {

    private static final Path SOURCES = Path.of("src/main/java/io/counterpart/hq");

    private static final List<Class<?>> CONTRACT = List.of(
            CustomerContent.class,
            CustomerProfile.class,
            Address.class,
            Contact.class,
            ExternalIdentity.class,
            OperatingUnit.class,
            FunctionalityProfile.class,
            AttributeDefinition.class);

    // Package-private types that the audit compares.
    private static final List<String> AUDITED = List.of(
            "channel.ChannelView",
            "numbering.NumberSequenceService$SequenceSetting",
            "access.UserService$AuditedUser",
            "reference.Affiliation$AffiliationView",
            "reference.CustomerGroup$CustomerGroupView");

    private static final Pattern AUDITS = Pattern.compile("audit\\.note|implements Versioned|new AuditChange\\(");
    private static final Pattern VALUES = Pattern.compile("(?s)(?:Map\\.of|\\.put|new AuditChange)\\((.*?);");
    private static final Pattern NAME = Pattern.compile("(?:^|,)\\s*\"([a-z]\\w*)\"\\s*,");
    private static final Pattern POINTER =
            Pattern.compile("(?:invalid|check|validation|FieldError|require|requireValid)\\([^;\"]*\"/([A-Za-z/]+)\"");

    private final DisplayFormat format = new DisplayFormat(Clock.systemUTC(), DisplayFormatTests.texts());

    @BeforeEach
    void setLocale() {
        LocaleContextHolder.setLocale(Locale.US);
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyFieldOfACustomerAnOperationOrASettingHasALabel() throws Exception {
        var names = new TreeSet<String>();
        CONTRACT.forEach(type -> addComponents(type, names));
        Arrays.stream(OperationBody.class.getPermittedSubclasses()).forEach(type -> addComponents(type, names));
        for (String type : AUDITED) {
            addComponents(Class.forName("io.counterpart.hq." + type), names);
        }
        assertThat(names).hasSizeGreaterThan(50).contains("postBox", "storefrontAccess", "lastNumber", "role");
        assertThat(withoutLabel(names)).isEmpty();
    }

    @Test
    void everyFieldThatTheAuditOrAFormNamesHasALabel() throws IOException {
        var names = new TreeSet<String>();
        for (String source : sources()) {
            if (AUDITS.matcher(source).find()) {
                VALUES.matcher(source)
                        .results()
                        .flatMap(call -> NAME.matcher(call.group(1)).results())
                        .forEach(name -> names.add(name.group(1)));
            }
            if (source.contains("invalid") || source.contains("NameValidator")) {
                POINTER.matcher(source)
                        .results()
                        .flatMap(pointer -> Arrays.stream(pointer.group(1).split("/", -1)))
                        .forEach(names::add);
            }
        }
        assertThat(names)
                .contains("bulkRetry", "reportedCounter", "channelDatabases", "expiresAt", "functionalityProfile")
                .contains("operatingUnit", "username", "dimensions");
        assertThat(withoutLabel(names)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | Email",
                "operatingUnit.zipCode | Operating unit · ZIP code",
                "financialDimensions.BU | Financial dimension · BU",
                "body.content.profile.lastName | Last name",
                "body.content.addresses.1.postBox | Address 2 · PO box",
                "body.changes.phone.newValue | Phone",
                "body.newValue | New value",
                "address:3f2a6c1e-0000-4000-8000-000000000001:city | Address · City"
            })
    void aPathIsShownWithoutItsStructure(String path, String label) {
        assertThat(format.path(path)).isEqualTo(label);
    }

    @Test
    void theErrorOfAFormNamesTheFieldAsThePageDoes() {
        var redirect = new RedirectAttributesModelMap();
        var actions = new FormActions(format, DisplayFormatTests.texts());

        actions.act(Map.of(), redirect, () -> {
            throw Problem.validation("/operatingUnit/currencyCode", "invalid-value", "Must be a currency");
        });

        assertThat(redirect.getFlashAttributes().get("fault"))
                .isEqualTo("Operating unit · Currency: Must be a currency.");
    }

    private static void addComponents(Class<?> type, Set<String> names) {
        Arrays.stream(type.getRecordComponents()).forEach(it -> names.add(it.getName()));
    }

    private static Set<String> withoutLabel(Set<String> names) throws IOException {
        var messages = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages.properties"), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        var missing = new TreeSet<>(names);
        missing.removeIf(name -> messages.containsKey("field." + name));
        return missing;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(FieldLabelTests::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
