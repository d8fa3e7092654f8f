package io.counterpart.hq.till;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.TillState;
import io.counterpart.hq.messaging.MessageJson;

/** Writes the table of tills. */
@Repository
class TillRepository {

    // A channel database reports tills of its own channels only. A till without a token was revoked after the report. A
    // channel repeats a state until the till reports the next one.
    private static final String SAVE = """
            insert into till
              (channel, device, channel_database, version, heard_at, clock_skew_seconds, unsent, refused,
               oldest_unsent_at, online)
            select distinct on (state."channel", state."device")
              state."channel", state."device", reported."channelDatabase", coalesce(left(state."version", 40), ''),
              least(state."heardAt", now()), coalesce(state."clockSkewSeconds", 0),
              greatest(coalesce(state."unsent", 0), 0), greatest(coalesce(state."refused", 0), 0),
              case when state."oldestUnsentAt" is not null then least(state."oldestUnsentAt", now()) end,
              state."online"
            from json_to_recordset(:tills::json) as reported ("channelDatabase" text, "state" json)
            cross join lateral json_to_record(reported."state") as state (
              "channel" text, "device" text, "version" text, "heardAt" timestamptz, "clockSkewSeconds" bigint,
              "unsent" integer, "refused" integer, "oldestUnsentAt" timestamptz, "online" boolean)
            join channel
              on channel.channel = state."channel" and channel.channel_database = reported."channelDatabase"
            where state."heardAt" > now() - :retention::interval
              and exists (
                select from device_token as token
                where token.channel = state."channel" and token.device = state."device" and token.role = 'TILL')
            order by state."channel", state."device", state."heardAt" desc
            on conflict (channel, device) do update
            set channel_database = excluded.channel_database, version = excluded.version,
              heard_at = excluded.heard_at, clock_skew_seconds = excluded.clock_skew_seconds,
              unsent = excluded.unsent, refused = excluded.refused, oldest_unsent_at = excluded.oldest_unsent_at,
              online = excluded.online
            where till.heard_at < excluded.heard_at
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;
    private final TillProperties properties;

    TillRepository(JdbcClient jdbc, MessageJson json, TillProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
    }

    void save(List<ReportedTill> tills) {
        jdbc.sql(SAVE)
                .param("tills", json.write(tills))
                .param("retention", properties.retention().toString())
                .update();
    }

    /** The state of a till with the channel database that reported it. */
    record ReportedTill(String channelDatabase, TillState state) {}
}
