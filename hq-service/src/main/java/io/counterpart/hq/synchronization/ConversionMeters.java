package io.counterpart.hq.synchronization;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import io.counterpart.hq.master.MasterCustomer;

/** Metrics of conversions. */
@Component
class ConversionMeters {

    private final MeterRegistry meters;
    private final Timer duration;

    ConversionMeters(MeterRegistry meters) {
        this.meters = meters;
        this.duration = Timer.builder("hq.conversion.duration")
                .description("Time from staging to the account number")
                .publishPercentileHistogram()
                .register(meters);
    }

    void converted(ConversionUnitOfWork unit) {
        for (MasterCustomer customer : unit.customers().created()) {
            Counter.builder("hq.conversion.customers")
                    .description("Customers created at HQ")
                    .tag("mode", customer.origin().creationMode().name())
                    .register(meters)
                    .increment();
            Instant staged = customer.origin().stagedAt();
            Instant converted = customer.origin().convertedAt();
            if (staged != null && converted != null) {
                duration.record(Duration.between(staged, converted));
            }
        }
        unit.refused().values().forEach(refusal -> failed(refusal.code()));
    }

    void failed(String code) {
        Counter.builder("hq.conversion.failed")
                .description("Operations that HQ rejected")
                .tag("code", code)
                .register(meters)
                .increment();
    }
}
