package io.counterpart.hq.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.alert.AlertDestination.Kind;
import io.counterpart.hq.alert.AlertDestinationRepository.DestinationRow;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.security.TokenGenerator;
import io.counterpart.support.problem.Problem;

/** Adds and removes destinations, rotates the secrets of webhooks and sends test messages; audits all of it. */
@Service
class AlertDestinationService {

    /** How long a receiver has time to store a new secret. */
    static final Duration ROTATION = Duration.ofHours(24);

    private static final int LONGEST_EMAIL = 254;

    // One address without a name, as browsers accept it in a field for emails.
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*");

    private final AlertDestinationRepository destinations;
    private final AlertDeliveryRepository deliveries;
    private final AlertTexts texts;
    private final WebhookAddressPolicy webhooks;
    private final AuditService audit;
    private final Clock clock;

    AlertDestinationService(
            AlertDestinationRepository destinations,
            AlertDeliveryRepository deliveries,
            AlertTexts texts,
            WebhookAddressPolicy webhooks,
            AuditService audit,
            Clock clock) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.texts = texts;
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
    }

    List<DestinationRow> list() {
        return destinations.list();
    }

    /** Returns the secret of a webhook, which is not available later. */
    @Transactional
    public NewSecret add(@Nullable Kind kind, @Nullable String address) {
        if (kind == null) {
            throw Problem.validation("/kind", "required", "A value is required");
        }
        if (address == null || address.isBlank()) {
            throw Problem.validation("/address", "required", "A value is required");
        }
        var destination = new AlertDestination(UUID.randomUUID(), kind, address.strip(), clock.instant());
        check(destination);
        String secret = kind == Kind.WEBHOOK ? TokenGenerator.fresh() : null;
        if (!destinations.add(destination, secret)) {
            throw Problem.validation("/address", "not-unique", "Messages are sent to this address already");
        }
        audit.noteChange("create", destination.subject(), null, values(destination));
        return new NewSecret(destination, secret);
    }

    /** Returns the new secret of a webhook; the previous one signs too for a day. */
    @Transactional
    public NewSecret rotate(UUID id) {
        AlertDestination destination = require(id);
        if (destination.kind() != Kind.WEBHOOK) {
            throw HqProblem.ALERT_DESTINATION_NOT_FOUND.because("No webhook has this ID.");
        }
        String secret = TokenGenerator.fresh();
        destinations.rotate(id, secret, clock.instant().plus(ROTATION));
        audit.note("rotate-secret", destination.subject(), Map.of());
        return new NewSecret(destination, secret);
    }

    @Transactional
    public void remove(UUID id) {
        AlertDestination destination = require(id);
        destinations.remove(id, clock.instant());
        audit.noteChange("remove", destination.subject(), values(destination), null);
    }

    /** Writes a test message, which is sent like any other. */
    @Transactional
    public void test(UUID id) {
        AlertDestination destination = require(id);
        Instant now = clock.instant();
        deliveries.addTest(id, texts.test(now), now);
        audit.note("send-test", destination.subject(), Map.of());
    }

    private AlertDestination require(UUID id) {
        return destinations.find(id).orElseThrow(() -> HqProblem.ALERT_DESTINATION_NOT_FOUND.problem());
    }

    private void check(AlertDestination destination) {
        if (destination.kind() == Kind.WEBHOOK) {
            webhooks.check(destination.address());
        } else if (destination.address().length() > LONGEST_EMAIL
                || !EMAIL.matcher(destination.address()).matches()) {
            throw Problem.validation("/address", "invalid-value", "Must be an email address");
        }
    }

    private static Map<String, String> values(AlertDestination destination) {
        return Map.of("type", destination.kind().name(), "address", destination.publicAddress());
    }

    /**
     * A destination with its new secret.
     *
     * @param secret null: it has none
     */
    record NewSecret(AlertDestination destination, @Nullable String secret) {}
}
