package io.counterpart.channel.realtime;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of calls to HQ while a customer waits at the till.
 *
 * @param connectTimeout time limit for the connection alone
 * @param timeout time limit for the whole call, including the last byte of the response
 * @param callsAtOnce limit of concurrent calls: a slow HQ must not occupy all threads of the channel
 * @param callsJudged the number of calls in the window of the circuit breaker
 * @param openAfter the number of unanswered calls among them that opens the circuit breaker
 * @param openFor how long no call is made while the circuit breaker is open
 * @param sslBundle name of the SSL bundle with the certificates that HQ's is verified with; none: those of the JVM
 */
@Validated
@ConfigurationProperties("counterpart.real-time")
record RealTimeProperties(
        @DefaultValue("300ms") Duration connectTimeout,
        @DefaultValue("1200ms") Duration timeout,
        @DefaultValue("64") @Min(1) @Max(1000) int callsAtOnce,
        @DefaultValue("10") @Min(1) @Max(1000) int callsJudged,
        @DefaultValue("5") @Min(1) @Max(1000) int openAfter,
        @DefaultValue("2s") Duration openFor,
        @Nullable String sslBundle) {}
