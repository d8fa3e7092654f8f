package io.counterpart.channel.till;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a till says about itself. Times are texts, so that a number is not read as a time.
 *
 * @param version of its program
 * @param clock the present time by its clock
 * @param unsent items of its queue that it has not sent yet
 * @param refused items that it cannot send before they are fixed
 * @param oldestUnsentAt when the oldest of both was made, by its clock; null: there is none, or unknown
 * @param online whether it works online
 */
record TillHeartbeatRequest(
        @Nullable String version,
        @Schema(format = "date-time") @Nullable String clock,
        @Nullable Integer unsent,
        @Nullable Integer refused,
        @Schema(format = "date-time") @Nullable String oldestUnsentAt,
        @Nullable Boolean online) {}
