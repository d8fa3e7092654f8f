package io.counterpart.hq.feature;

import java.util.List;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.Features;
import io.counterpart.hq.configuration.Versioned;

/** A feature that HQ enables or disables for all channels. */
@Entity
@Table(name = "feature")
class Feature implements Versioned {

    @Id
    private String name;

    private String title;
    private boolean enabled;
    private boolean mandatory;

    /** The version of 1110 that published the current state to the channels. */
    @Column(name = "told_in")
    private long toldIn;

    @Version
    private @Nullable Long version;

    @NullUnmarked
    protected Feature() {}

    Feature enable(boolean wanted) {
        enabled = wanted;
        return this;
    }

    void toldIn(long configurationVersion) {
        toldIn = configurationVersion;
    }

    String name() {
        return name;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isMandatory() {
        return mandatory;
    }

    List<String> prerequisites() {
        return name.equals(Features.ASYNC_CUSTOMER_EDITING) ? Features.PREREQUISITES_OF_EDITING : List.of();
    }

    String title() {
        return title;
    }

    long toldIn() {
        return toldIn;
    }

    @Override
    public String subject() {
        return "Feature " + name;
    }

    @Override
    public Map<String, Boolean> view() {
        return Map.of("enabled", enabled);
    }

    @Override
    public @Nullable Long version() {
        return version;
    }
}
