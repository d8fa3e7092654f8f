package io.counterpart.channel.validation;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about entered customers beyond their types. */
@Configuration(proxyBeanMethods = false)
class EntrySchemaConfiguration {

    private static final String EMAIL = orBlank(ValueRules.EMAIL_PATTERN);
    private static final String URL = orBlank(ValueRules.URL_PATTERN);
    private static final String LANGUAGE = orBlank(ValueRules.LANGUAGE_PATTERN);

    @Bean
    OpenApiCustomizer profileLimits() {
        return SchemaLimits.of("CustomerEntry", "ProfileEntry", "OfflineEntry")
                .text("title", Limits.TITLE)
                .text("firstName", Limits.PERSON_NAME_PART)
                .text("middleName", Limits.PERSON_NAME_PART)
                .text("lastName", Limits.PERSON_NAME_PART)
                .text("organizationName", Limits.ORGANIZATION_NAME)
                .text("email", Limits.EMAIL, EMAIL)
                .text("phone", Limits.PHONE)
                .text("language", Limits.LANGUAGE, LANGUAGE)
                .text("currencyCode", Limits.CURRENCY_CODE)
                .text("customerGroup", Limits.CUSTOMER_GROUP)
                .text("receiptEmail", Limits.EMAIL, EMAIL)
                .text("mobile", Limits.PHONE)
                .text("url", Limits.URL, URL)
                .text("vatNumber", Limits.VAT_NUMBER)
                .text("invoiceAccount", Limits.ACCOUNT_NUMBER);
    }

    @Bean
    OpenApiCustomizer partLimits() {
        return SchemaLimits.of("CustomerEntry", "OfflineEntry")
                .items("addresses", Limits.ADDRESSES)
                .items("contacts", Limits.CONTACTS)
                .items("affiliations", Limits.AFFILIATIONS)
                .texts("affiliations", Limits.AFFILIATION)
                .properties("attributes", Limits.ATTRIBUTES);
    }

    @Bean
    OpenApiCustomizer addressLimits() {
        return SchemaLimits.of("AddressEntry")
                .text("name", Limits.ADDRESS_NAME)
                .text("street", Limits.STREET)
                .text("streetNumber", Limits.STREET_NUMBER)
                .text("buildingComplement", Limits.BUILDING_COMPLEMENT)
                .text("postBox", Limits.POST_BOX)
                .text("district", Limits.DISTRICT)
                .text("city", Limits.CITY)
                .text("county", Limits.COUNTY)
                .text("state", Limits.STATE)
                .text("zipCode", Limits.ZIP_CODE)
                .text("country", Limits.COUNTRY)
                .text("phone", Limits.PHONE)
                .text("email", Limits.EMAIL, EMAIL);
    }

    // The limit of an email; that of a phone is lower.
    @Bean
    OpenApiCustomizer contactLimits() {
        return SchemaLimits.of("ContactEntry")
                .text("value", Limits.EMAIL)
                .text("consentSource", Limits.CONSENT_SOURCE)
                .text("consentText", Limits.CONSENT_TEXT);
    }

    @Bean
    OpenApiCustomizer identityLimits() {
        return SchemaLimits.of("IdentityEntry")
                .required("issuer", "subject")
                .text("issuer", Limits.IDENTITY_ISSUER)
                .text("subject", Limits.IDENTITY_SUBJECT);
    }

    // An entered text is stripped, and a blank one counts as missing.
    private static String orBlank(String pattern) {
        return "^\\s*(" + pattern + ")?\\s*$";
    }
}
