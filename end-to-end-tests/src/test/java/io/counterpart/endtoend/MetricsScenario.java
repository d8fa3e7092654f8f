package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.endtoend.monitoring.MetricsPage;
import io.counterpart.endtoend.monitoring.MetricsTable;
import io.counterpart.endtoend.monitoring.MonitoringFiles;
import io.counterpart.endtoend.monitoring.PromQuery;
import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Alert rules, dashboards and the table of metrics against what the services of a loaded system show. */
class MetricsScenario extends RuleScenario {

    // Added by Prometheus.
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance", "le");
    private static final Set<String> METRICS_OF_THE_SCRAPE = Set.of("up");
    // Their values appear with a failure or with the use of a certain endpoint.
    private static final Set<String> ANY_VALUE = Set.of("status", "level");

    /** Shows everything that an ordinary day and a small failure show. */
    @BeforeEach
    void load() throws IOException {
        failedOperation();
        new TopicProbe(stack.addresses().kafka(), Topics.P_0001).put("harbor", "no JSON");
        administration.profile("stores", false, true);
        var synchronous = id(stack.harbor().create(newCustomer()).expect(201));
        edit(stack.harbor(), synchronous, Map.of("email", name + "@example.com"))
                .expect(200);
        administration.profile("stores", true, true);
        var asynchronous = pendingCustomer(newCustomer());
        edit(stack.harbor(), asynchronous, Map.of("email", name + "@example.org"))
                .expect(200);
        accountNumberOf(stack.online(), pendingCustomer(newCustomer()));
        stack.harbor().create(UUID.randomUUID(), newCustomer()).expect(201);
        stack.harbor().create(Map.of("type", "PERSON")).expect(422);
        eventually().untilAsserted(() -> {
            assertThat(hq().value("hq_dead_letters_open", Map.of("cause", "INVALID_JSON")))
                    .isPositive();
            assertThat(hq().value("hq_operations_open", Map.of("status", "FAILED")))
                    .isPositive();
            assertThat(hq().value("hq_warnings", Map.of("rule", "FAILED_OPERATIONS")))
                    .isEqualTo(1);
            assertThat(channels().value("counterpart_operation_log_size_bytes", Map.of()))
                    .isPositive();
        });
    }

    @Test
    void everyAlertAndDashboardReadsMetricsThatAreThere() throws IOException {
        Map<String, String> queries = new TreeMap<>(MonitoringFiles.dashboardQueries());
        MonitoringFiles.rules().forEach(rule -> queries.put(rule.name(), rule.expression()));
        Set<String> recorded = MonitoringFiles.rules().stream()
                .filter(rule -> !rule.alert())
                .map(MonitoringFiles.Rule::name)
                .collect(Collectors.toSet());
        var page = MetricsPage.all(List.of(hq(), channels()));

        var missing = new TreeSet<String>();
        queries.forEach((where, expression) ->
                missing(PromQuery.of(expression), page, recorded).forEach(it -> missing.add(where + ": " + it)));

        assertThat(queries).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
        // The same check finds what is missing.
        assertThat(missing(PromQuery.of("sum by (shop) (counterpart_customers_pending{state=\"x\"})"), page, recorded))
                .hasSize(2);
        assertThat(missing(PromQuery.of("counterpart_customers_lost"), page, recorded))
                .hasSize(1);
    }

    @Test
    void theTableOfMetricsListsThemAll() throws IOException {
        Map<String, String> rows = MetricsTable.of(hq(), channels());
        if (Boolean.getBoolean("metrics.write")) {
            MetricsTable.write(rows);
        }

        assertThat(MetricsTable.documented())
                .as("Write the table with -Dmetrics.write=true")
                .isEqualTo(rows);
    }

    private static Set<String> missing(PromQuery query, MetricsPage page, Set<String> recorded) {
        var missing = new TreeSet<String>();
        var labels = new TreeSet<String>();
        for (PromQuery.Selector selector : query.selectors()) {
            if (recorded.contains(selector.metric()) || METRICS_OF_THE_SCRAPE.contains(selector.metric())) {
                return missing;
            }
            var wanted = new TreeMap<>(selector.labels());
            wanted.keySet().removeIf(label -> OF_THE_SCRAPE.contains(label) && !label.equals("le"));
            ANY_VALUE.forEach(label -> wanted.computeIfPresent(label, (key, value) -> PromQuery.SOME));
            if (page.find(selector.metric(), wanted).isEmpty()) {
                missing.add(selector.metric() + wanted);
            }
            page.find(selector.metric(), Map.of())
                    .forEach(sample -> labels.addAll(sample.labels().keySet()));
        }
        query.grouping().stream()
                .filter(label -> !OF_THE_SCRAPE.contains(label) && !labels.contains(label))
                .forEach(label -> missing.add("label " + label));
        return missing;
    }

    private void failedOperation() {
        UUID customer = UUID.randomUUID();
        new TopicProbe(stack.addresses().kafka(), Topics.P_0001)
                .putAs("harbor", customer.toString(), OperationFixtures.creation(customer, name, "NO-SUCH-GROUP"));
    }

    private MetricsPage hq() throws IOException {
        return page("hq");
    }

    private MetricsPage channels() throws IOException {
        return MetricsPage.all(List.of(page("harbor"), page("online")));
    }

    private MetricsPage page(String service) throws IOException {
        return MetricsPage.parse(
                new HttpText(stack.addresses().management(service), DemoTokens.SCRAPE).get("/actuator/prometheus"));
    }
}
