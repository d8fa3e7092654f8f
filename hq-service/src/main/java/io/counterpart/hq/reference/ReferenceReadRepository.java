package io.counterpart.hq.reference;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads customer groups, affiliations and attribute definitions for the pages. */
@Repository
class ReferenceReadRepository {

    private final JdbcClient jdbc;

    ReferenceReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NamedRow> customerGroups() {
        return jdbc.sql(
                        "select name, description, financial_dimensions::text detail, version from customer_group order by 1")
                .query(NamedRow.class)
                .list();
    }

    List<NamedRow> affiliations() {
        return jdbc.sql("select name, description, null::text detail, version from affiliation order by 1")
                .query(NamedRow.class)
                .list();
    }

    List<NamedRow> attributes() {
        return jdbc.sql(
                        "select name, '' description, definition::text detail, version from attribute_definition order by 1")
                .query(NamedRow.class)
                .list();
    }

    /** A row with name, description, detail (dimensions or definition, in JSON) and version. */
    record NamedRow(
            String name, String description, @Nullable String detail, long version) {}
}
