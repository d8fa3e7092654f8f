package io.counterpart.contract;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * The single-valued fields of a customer.
 *
 * @param language BCP 47, for example {@code en-US}
 * @param currencyCode ISO 4217, for example {@code USD}
 * @param receiptEmail never copied from the default customer
 */
public record CustomerProfile(
        CustomerType type,
        @Nullable String title,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String currencyCode,
        @Nullable String customerGroup,
        @Nullable ReceiptOption receiptOption,
        @Nullable String receiptEmail) {

    /** The display name; for a person the first, middle and last name without blank parts. */
    @JsonIgnore
    public String displayName() {
        if (type == CustomerType.ORGANIZATION) {
            return Objects.requireNonNullElse(organizationName, "");
        }
        return Stream.of(firstName, middleName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
