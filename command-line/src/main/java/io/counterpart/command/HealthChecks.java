package io.counterpart.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What services say about themselves on their management ports, which need no token. */
final class HealthChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final Findings findings;

    HealthChecks(Findings findings) {
        this.findings = findings;
    }

    void hq(URI management) {
        if (group(management, "HQ " + management, "readiness") && group(management, "HQ " + management, "sync")) {
            topics(management);
        }
    }

    void channel(URI management) {
        if (group(management, "channel service " + management, "readiness")) {
            group(management, "channel service " + management, "sync");
        }
    }

    /** Returns whether the service answers. */
    private boolean group(URI management, String subject, String group) {
        try {
            JsonNode health = health(management, group);
            String status = health.path("status").asString("unknown");
            var details = new StringBuilder();
            health.path("components").properties().forEach(component -> {
                if (!component.getValue().path("status").asString().equals("UP")) {
                    details.append(", ")
                            .append(component.getKey())
                            .append(' ')
                            .append(Cells.text(component.getValue().path("details")));
                }
            });
            findings.add(status.equals("UP"), subject, group + " is " + status + details);
            return true;
        } catch (IOException | JacksonException e) {
            findings.attention(subject, "does not answer");
            return false;
        }
    }

    private void topics(URI management) {
        try {
            JsonNode details = health(management, "topics")
                    .path("components")
                    .path("kafkaTopics")
                    .path("details");
            details.path("differences").forEach(it -> findings.attention("topics", it.asString()));
            if (details.has("problem")) {
                findings.attention("topics", details.path("problem").asString());
            } else if (details.path("differences").isEmpty()) {
                findings.fine("topics", "have the settings that HQ expects");
            }
        } catch (IOException | JacksonException e) {
            findings.attention("topics", "HQ's health does not answer");
        }
    }

    private static JsonNode health(URI management, String group) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create(management.toString().replaceAll("/+$", "") + "/actuator/health/" + group))
                .timeout(PATIENCE)
                .build();
        try {
            return HqApi.JSON.readTree(
                    HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
