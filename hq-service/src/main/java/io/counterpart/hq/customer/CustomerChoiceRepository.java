package io.counterpart.hq.customer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.master.ReferenceDataSource;

/** Reads the values that the forms of customers offer. */
@Repository
class CustomerChoiceRepository {

    private static final String OPERATING_UNITS = """
            select distinct operating_unit ->> :field from channel where operating_unit ->> :field <> '' order by 1
            """;

    private final JdbcClient jdbc;
    private final ReferenceDataSource reference;

    CustomerChoiceRepository(JdbcClient jdbc, ReferenceDataSource reference) {
        this.jdbc = jdbc;
        this.reference = reference;
    }

    CustomerChoices read() {
        ReferenceData data = reference.read();
        return new CustomerChoices(
                sorted(data.customerGroups().keySet()),
                sorted(data.affiliations()),
                data.attributes().values().stream()
                        .sorted(Comparator.comparing(AttributeDefinition::name))
                        .toList(),
                ofOperatingUnits("currencyCode"),
                ofOperatingUnits("language"));
    }

    private List<String> ofOperatingUnits(String field) {
        return jdbc.sql(OPERATING_UNITS)
                .param("field", field)
                .query(String.class)
                .list();
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
