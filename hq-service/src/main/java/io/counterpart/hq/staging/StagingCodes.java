package io.counterpart.hq.staging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ReceiptOption;

/** The numeric codes of the RETAILASYNC* tables; a value without a code becomes null. */
final class StagingCodes {

    private static final List<String> PURPOSES =
            Stream.of(AddressPurpose.values()).map(Enum::name).toList();
    private static final List<String> RECEIPTS =
            Stream.of(ReceiptOption.values()).map(Enum::name).toList();
    private static final List<String> RELATIONSHIPS = List.of("", "PERSON", "ORGANIZATION");
    private static final List<String> CONTACTS = List.of("", "PHONE", "EMAIL");

    private static final int DECIMAL = 3;
    private static final int INTEGER = 4;
    private static final int TEXT = 5;
    private static final int BOOLEAN = 6;

    private StagingCodes() {}

    static @Nullable Integer purpose(@Nullable Object purpose) {
        return position(PURPOSES, purpose);
    }

    static @Nullable Integer receiptOption(@Nullable Object option) {
        return position(RECEIPTS, option);
    }

    static @Nullable Integer relationshipType(@Nullable Object type) {
        return position(RELATIONSHIPS, type);
    }

    static @Nullable Integer contactType(@Nullable Object type) {
        return position(CONTACTS, type);
    }

    static @Nullable Integer flag(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return String.valueOf(value).toLowerCase(Locale.ROOT).equals("true") ? 1 : 0;
    }

    static @Nullable Integer attributeType(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof BigDecimal || value instanceof Double) {
            return DECIMAL;
        }
        return value instanceof Number ? INTEGER : TEXT;
    }

    private static @Nullable Integer position(List<String> constants, @Nullable Object word) {
        int position = word == null ? -1 : constants.indexOf(word.toString());
        return position < 0 ? null : position;
    }
}
