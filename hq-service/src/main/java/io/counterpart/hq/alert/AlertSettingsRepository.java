package io.counterpart.hq.alert;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.messaging.MessageJson;

/** The table {@code alert_settings}. */
@Repository
class AlertSettingsRepository {

    private final JdbcClient jdbc;
    private final MessageJson json;

    AlertSettingsRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    VersionedSettings read() {
        return jdbc.sql("select settings, version from alert_settings")
                .query((row, number) -> new VersionedSettings(
                        json.read(row.getString("settings"), AlertSettings.class), row.getLong("version")))
                .single();
    }

    /** Returns false if the version has changed. */
    boolean save(AlertSettings settings, long version) {
        return jdbc.sql("""
                        update alert_settings set settings = cast(:settings as jsonb), version = version + 1
                        where version = :version
                        """)
                        .param("settings", json.write(settings))
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The settings with the version that a change has to name. */
    record VersionedSettings(AlertSettings settings, long version) {}
}
