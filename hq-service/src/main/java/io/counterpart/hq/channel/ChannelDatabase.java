package io.counterpart.hq.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

/** The database of a channel service. */
@Entity
@Table(name = "channel_database")
class ChannelDatabase {

    @Id
    private String name;

    ChannelDatabase(String name) {
        this.name = name;
    }

    @NullUnmarked
    protected ChannelDatabase() {}

    String name() {
        return name;
    }
}
