package io.counterpart.endtoend;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/**
 * The settings that an administrator changes at HQ for a scenario: waits until the channels run them, and restores them
 * afterwards.
 */
final class AdministrationFixture implements AutoCloseable {

    static final String SYNCHRONIZE = "synchronize-customers-and-channel-requests";

    private final LocalStack stack;
    private final Map<String, JsonNode> before = new LinkedHashMap<>();
    private final java.util.Set<String> held = new java.util.LinkedHashSet<>();

    AdministrationFixture(LocalStack stack) {
        this.stack = stack;
    }

    /** Sets the modes of the stores or of the online stores. */
    void profile(String id, boolean asyncCustomers, boolean asyncOrders) throws IOException {
        put(
                "/api/v1/functionality-profiles/" + id,
                Map.of("createCustomersInAsyncMode", asyncCustomers, "createOrdersInAsyncMode", asyncOrders));
        ChannelClient channel = id.equals("online") ? stack.online() : stack.station();
        Scenario.eventually().until(() -> {
            JsonNode running = channel.configuration().body().path("functionalityProfile");
            return running.path("createCustomersInAsyncMode").asBoolean() == asyncCustomers
                    && running.path("createOrdersInAsyncMode").asBoolean() == asyncOrders;
        });
    }

    /** Whether the stores require an address of new customers. */
    void primaryAddressRequired(boolean required) throws IOException {
        primaryAddressRequired("stores", stack.harbor(), required);
    }

    /** Whether the online stores do. */
    void primaryAddressRequiredOnline(boolean required) throws IOException {
        primaryAddressRequired("online", stack.online(), required);
    }

    private void primaryAddressRequired(String profile, ChannelClient channel, boolean required) throws IOException {
        put("/api/v1/functionality-profiles/" + profile, Map.of("primaryAddressRequired", required));
        Scenario.eventually()
                .until(() -> profileOf(channel).path("primaryAddressRequired").asBoolean() == required);
    }

    private static JsonNode profileOf(ChannelClient channel) throws IOException {
        return channel.configuration().body().path("functionalityProfile");
    }

    /** The sections that the tills of the stores show. */
    void tillSections(String... sections) throws IOException {
        put("/api/v1/functionality-profiles/stores", Map.of("tillSections", List.of(sections)));
    }

    /** What the stores require of new customers. */
    void mandatoryFields(String... fields) throws IOException {
        put("/api/v1/functionality-profiles/stores", Map.of("mandatoryFields", List.of(fields)));
    }

    /** What the online stores require of new customers. */
    void mandatoryFieldsOnline(String... fields) throws IOException {
        put("/api/v1/functionality-profiles/online", Map.of("mandatoryFields", List.of(fields)));
        Scenario.eventually()
                .until(() -> profileOf(stack.online()).path("mandatoryFields").size() == fields.length);
    }

    void feature(String name, boolean enabled) throws IOException {
        put("/api/v1/features/" + name, Map.of("enabled", enabled));
    }

    /** Sets the feature and waits until HARBOR and ONLINE run it. */
    void featureEverywhere(String name, boolean enabled) throws IOException {
        feature(name, enabled);
        Scenario.eventually()
                .until(() -> runs(stack.harbor(), name) == enabled && runs(stack.online(), name) == enabled);
    }

    void filterSharedCustomerDataTables(boolean filter) throws IOException {
        put("/api/v1/channel-database-groups/default", Map.of("filterSharedCustomerDataTables", filter));
        Scenario.eventually()
                .until(() -> stack.harbor()
                                .configuration()
                                .body()
                                .path("filterSharedCustomerDataTables")
                                .asBoolean()
                        == filter);
    }

    void duplicates(String mode) throws IOException {
        put("/api/v1/duplicate-policy", Map.of("mode", mode));
    }

    void hold(String job) throws IOException {
        stack.hq().holdJob(job).expect(200);
        held.add(job);
    }

    void release(String job) throws IOException {
        stack.hq().releaseJob(job).expect(200);
        held.remove(job);
    }

    /** Discards all that are open, of every cause. */
    void discardDeadLetters() throws IOException {
        String groups = "/api/v1/dead-letters/groups";
        for (JsonNode group : stack.hq().http().get(groups).expect(200).body().path("items")) {
            var request = Map.of(
                    "cause", group.path("cause").asString(),
                    "topic", group.path("topic").asString(),
                    "upTo", group.path("upTo").asLong(),
                    "reason", "Sent by a test");
            stack.hq().http().post(groups + "/discard", request).expect(200);
        }
    }

    static boolean runs(ChannelClient channel, String feature) throws IOException {
        for (JsonNode each : channel.configuration().body().path("features")) {
            if (each.path("name").asString().equals(feature)) {
                return each.path("enabled").asBoolean();
            }
        }
        return false;
    }

    /** Puts the current resource with some fields changed. */
    HttpResult put(String path, Map<String, Object> changes) throws IOException {
        HttpResult now = stack.hq().http().get(path).expect(200);
        before.putIfAbsent(path, now.body());
        ObjectNode wanted = (ObjectNode) now.body().deepCopy();
        if (path.contains("/features/")) {
            wanted.removeAll();
        }
        changes.forEach(wanted::putPOJO);
        return stack.hq()
                .http()
                .send("PUT", path, wanted, Map.of("If-Match", now.etag().orElse("*")))
                .expect(200);
    }

    /** Restores all settings, in reverse order. */
    @Override
    public void close() throws IOException {
        for (String job : List.copyOf(held)) {
            release(job);
        }
        var paths = new java.util.ArrayList<>(before.keySet());
        java.util.Collections.reverse(paths);
        for (String path : paths) {
            JsonNode then = java.util.Objects.requireNonNull(before.get(path));
            if (path.contains("/functionality-profiles/")) {
                put(
                        path,
                        Map.of(
                                "tillSections", then.path("tillSections"),
                                "mandatoryFields", then.path("mandatoryFields")));
                profile(
                        path.substring(path.lastIndexOf('/') + 1),
                        then.path("createCustomersInAsyncMode").asBoolean(),
                        then.path("createOrdersInAsyncMode").asBoolean());
                boolean online = path.endsWith("/online");
                if (online || path.endsWith("/stores")) {
                    primaryAddressRequired(
                            online ? "online" : "stores",
                            online ? stack.online() : stack.harbor(),
                            then.path("primaryAddressRequired").asBoolean());
                }
            } else if (path.contains("/features/")) {
                featureEverywhere(
                        path.substring(path.lastIndexOf('/') + 1),
                        then.path("enabled").asBoolean());
            } else if (path.contains("/channel-database-groups/")) {
                filterSharedCustomerDataTables(
                        then.path("filterSharedCustomerDataTables").asBoolean());
            } else {
                put(path, Map.of("mode", then.path("mode").asString()));
            }
        }
    }
}
