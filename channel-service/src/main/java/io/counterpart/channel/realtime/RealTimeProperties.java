package io.counterpart.channel.realtime;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a channel waits for HQ while a customer stands at the till.
 *
 * @param connectTimeout for the connection alone
 * @param timeout for the whole call, the last byte of the answer included
 * @param callsAtOnce more are not made: a slow HQ must not take all threads of the channel
 * @param callsJudged of how many calls the breaker takes its view
 * @param openAfter this many of them without an answer open it
 * @param openFor how long nobody is asked then
 */
@Validated
@ConfigurationProperties("counterpart.real-time")
record RealTimeProperties(
        @DefaultValue("300ms") Duration connectTimeout,
        @DefaultValue("1200ms") Duration timeout,
        @DefaultValue("64") @Min(1) @Max(1000) int callsAtOnce,
        @DefaultValue("10") @Min(1) @Max(1000) int callsJudged,
        @DefaultValue("5") @Min(1) @Max(1000) int openAfter,
        @DefaultValue("2s") Duration openFor) {}
