package io.counterpart.hq.reference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.configuration.Versioned;

/** The definition of a customer attribute. */
@Entity
@Table(name = "attribute_definition")
class AttributeRule implements Versioned {

    @Id
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private AttributeDefinition definition;

    @Version
    private @Nullable Long version;

    AttributeRule(AttributeDefinition definition) {
        this.name = definition.name();
        this.definition = definition;
    }

    @NullUnmarked
    protected AttributeRule() {}

    AttributeRule change(AttributeDefinition wanted) {
        definition = wanted;
        return this;
    }

    @Override
    public AttributeDefinition view() {
        return definition;
    }

    @Override
    public String subject() {
        return "Attribute " + name;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }
}
