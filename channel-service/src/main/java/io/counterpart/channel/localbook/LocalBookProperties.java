package io.counterpart.channel.localbook;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bounds of the local customer books.
 *
 * @param enabled whether tills may copy customers at all
 * @param mostCustomers maximum number of customers of one store: those that were used last
 * @param days for how many days after its last use in the store a customer stays
 * @param removalsKept how long a till may be away and still receive only the changes
 */
@Validated
@ConfigurationProperties("counterpart.local-book")
record LocalBookProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10000") @Min(1) @Max(100_000) int mostCustomers,
        @DefaultValue("365") @Min(1) @Max(3650) int days,
        @DefaultValue("90d") Duration removalsKept) {

    LocalBookPage.LocalBookBounds bounds() {
        return new LocalBookPage.LocalBookBounds(mostCustomers, days);
    }
}
