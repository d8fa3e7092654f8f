package io.counterpart.hq.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.hq.configuration.Versioned;

/** A group that customers may belong to. */
@Entity
@Table(name = "affiliation")
class Affiliation implements Versioned {

    @Id
    private String name;

    private String description;

    @Version
    private @Nullable Long version;

    Affiliation(String name, String description) {
        this.name = name;
        this.description = description;
    }

    @NullUnmarked
    protected Affiliation() {}

    Affiliation change(String newDescription) {
        description = newDescription;
        return this;
    }

    @Override
    public AffiliationView view() {
        return new AffiliationView(name, description);
    }

    @Override
    public String subject() {
        return "Affiliation " + name;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }

    /** An affiliation as the API returns it. */
    record AffiliationView(@Nullable String name, String description) {}
}
