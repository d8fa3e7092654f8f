package io.counterpart.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number that HQ assigns to a customer: at most 20 characters, never assigned twice. */
public record AccountNumber(@JsonValue String value) {

    public AccountNumber {
        if (value.isBlank() || value.length() > Limits.ACCOUNT_NUMBER) {
            throw new IllegalArgumentException("'%s' is not an account number".formatted(value));
        }
    }

    @JsonCreator
    public static AccountNumber of(String value) {
        return new AccountNumber(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
