package io.counterpart.hq.reference;

import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.hq.configuration.Versioned;

/** A group that determines the financial dimensions of its customers. */
@Entity
@Table(name = "customer_group")
class CustomerGroup implements Versioned {

    @Id
    private String name;

    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "financial_dimensions")
    private Map<String, String> financialDimensions;

    @Version
    private @Nullable Long version;

    CustomerGroup(String name, String description, Map<String, String> financialDimensions) {
        this.name = name;
        this.description = description;
        this.financialDimensions = financialDimensions;
    }

    @NullUnmarked
    protected CustomerGroup() {}

    CustomerGroup change(String newDescription, Map<String, String> newDimensions) {
        description = newDescription;
        financialDimensions = newDimensions;
        return this;
    }

    @Override
    public CustomerGroupView view() {
        return new CustomerGroupView(name, description, financialDimensions);
    }

    @Override
    public String subject() {
        return "Customer group " + name;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }

    /** A customer group as the API returns it. */
    record CustomerGroupView(
            @Nullable String name,
            String description,
            @Nullable Map<String, String> financialDimensions) {}
}
