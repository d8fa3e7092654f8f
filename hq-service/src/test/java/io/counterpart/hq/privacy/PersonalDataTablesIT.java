package io.counterpart.hq.privacy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** A new table is either erased or declared to have no personal data of customers. */
@HqManualContext
class PersonalDataTablesIT {

    // Emptied by the customer master, by staging and by the function of the audit log.
    private static final Set<String> ELSEWHERE = Set.of(
            "customer",
            "async_operation",
            "retailasynccustomerv2",
            "retailasyncaddressv2",
            "retailasynccustomercontact",
            "retailasynccustomeraffiliation",
            "retailasynccustomerattributev2",
            "audit_entry");

    // IDs, numbers, configuration, users of HQ, figures.
    private static final Set<String> WITHOUT = Set.of(
            "customer_alias",
            "customer_number_alias",
            "audit_erasure",
            "loyalty_card",
            "number_sequence",
            "relay_lease",
            "functionality_profile",
            "channel_database_group",
            "channel_database",
            "channel",
            "channel_heartbeat",
            "channel_restore",
            "channel_database_identity",
            "channel_former_database",
            "device_token",
            "feature",
            "customer_group",
            "affiliation",
            "attribute_definition",
            "batch_job",
            "duplicate_policy",
            "duplicate_group",
            "duplicate_scan",
            "resend",
            "configuration_log",
            "hq_user",
            "scheduled_tasks",
            "published_topic",
            "database_identity",
            "recovery",
            "recovery_report",
            "dead_letter_retry",
            "statistics_sample",
            "alert",
            "alert_settings",
            "alert_evaluation",
            "alert_destination",
            "alert_delivery",
            "list_preference",
            "till",
            "clerk",
            "clerk_channel",
            "customer_import",
            // Deleted when the import ends; see docs/security.md.
            "customer_import_chunk",
            "customer_import_key",
            "customer_import_problem",
            "flyway_schema_history");

    @Autowired
    TestDriver work;

    @Test
    void eachTableIsErasedOrHasNoPersonalData() {
        var declared = new TreeSet<>(ELSEWHERE);
        declared.addAll(WITHOUT);
        PersonalDataTables.all().forEach(it -> declared.add(it.table()));
        List<String> tables = work.texts("select table_name from information_schema.tables"
                + " where table_schema = current_schema() and table_type = 'BASE TABLE'");

        assertThat(declared).containsExactlyInAnyOrderElementsOf(tables);
    }
}
