package io.counterpart.contract.validation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

class EnteredValueRulesTests {

    @ParameterizedTest
    @CsvSource({
        "email, not an email, not-an-email",
        "receiptEmail, @@, not-an-email",
        "phone, abc, not-a-phone",
        "mobile, abc, not-a-phone",
        "url, javascript:alert(1), not-a-url",
        "url, 'https://example.com/a b', not-a-url",
        "url, https:///path, not-a-url",
        "vatNumber, none, not-a-vat-number",
        "invoiceAccount, 'A\u0000B', control-character",
        "language, xx yy zz, not-a-language",
        "currencyCode, ZZZ, not-a-currency",
        "country, ??, not-a-country",
        "lastName, 'A\u0000B', control-character"
    })
    void reportsTheFirstInvalidValueOfAnEdit(String field, String value, String code) {
        assertThat(codeOf(field, "before", value)).isEqualTo(code);
    }

    @Test
    void acceptsWhatAnEditLeavesAsItIs() {
        assertThat(codeOf("email", "not an email", "not an email")).isNull();
        assertThat(codeOf("email", "before", null)).isNull();
    }

    @Test
    void checksAContactByItsType() {
        assertThat(codeOf(ContactType.PHONE, "ann@example.com")).isEqualTo("not-a-phone");
        assertThat(codeOf(ContactType.EMAIL, "+1 555 0100")).isEqualTo("not-an-email");
        assertThat(codeOf(ContactType.EMAIL, " ")).isEqualTo("required");
        assertThat(codeOf(ContactType.EMAIL, "ann@example.com")).isNull();
    }

    private static @Nullable String codeOf(String field, String before, @Nullable String after) {
        return code(new OperationBody.EditProfile(List.of(new FieldChange(field, before, after))));
    }

    private static @Nullable String codeOf(ContactType type, String value) {
        return code(new OperationBody.AddContact(new Contact(UUID.randomUUID(), type, value, false, false)));
    }

    private static @Nullable String code(OperationBody body) {
        var invalid = EnteredValueRules.firstInvalid(body, null);
        return invalid == null ? null : invalid.reason().code();
    }
}
