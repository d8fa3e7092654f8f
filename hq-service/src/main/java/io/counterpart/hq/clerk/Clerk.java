package io.counterpart.hq.clerk;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.hq.configuration.Versioned;

/** A clerk who signs in at the tills of some channels. */
@Entity
@Table(name = "clerk")
class Clerk implements Versioned {

    @Id
    private String id;

    private String name;

    @Column(name = "pin_hash")
    private String pinHash;

    @Column(name = "pin_set_at")
    private Instant pinSetAt;

    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "clerk_channel", joinColumns = @JoinColumn(name = "clerk"))
    @Column(name = "channel")
    private Set<String> channels = new TreeSet<>();

    @Version
    private @Nullable Long version;

    Clerk(String id, String name, Set<String> channels, boolean active, String pinHash, Instant pinSetAt) {
        this.id = id;
        this.name = name;
        this.channels.addAll(channels);
        this.active = active;
        this.pinHash = pinHash;
        this.pinSetAt = pinSetAt;
    }

    @NullUnmarked
    protected Clerk() {}

    Clerk change(String newName, Set<String> newChannels, boolean nowActive) {
        name = newName;
        if (!channels.equals(newChannels)) {
            channels.clear();
            channels.addAll(newChannels);
        }
        active = nowActive;
        return this;
    }

    void changePin(@Nullable String newHash, Instant at) {
        pinHash = newHash == null ? pinHash : newHash;
        pinSetAt = at;
    }

    Set<String> channels() {
        return Set.copyOf(channels);
    }

    boolean active() {
        return active;
    }

    /** When the PIN was set, or the clerk activated or deactivated. */
    Instant pinSetAt() {
        return pinSetAt;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }

    @Override
    public String subject() {
        return "Clerk " + name;
    }

    @Override
    public ClerkView view() {
        return new ClerkView(id, name, channels.stream().sorted().toList(), active, pinSetAt);
    }
}
