package io.counterpart.hq.alert;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import jakarta.mail.MessagingException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

import io.counterpart.hq.alert.AlertDestination.Claimed;
import io.counterpart.hq.alert.AlertDestination.Kind;
import io.counterpart.hq.alert.AlertMessage.Due;
import io.counterpart.hq.language.PageLanguage;

/**
 * Sends the messages that are due, each destination in a thread of its own, so that one that does not respond delays no
 * other. All instances of HQ share the work: a destination has one sender at a time.
 */
@Component
class AlertDeliveryWorker {

    /** Longer than sending takes, so that it ends only the claims of an instance that has died. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(AlertDeliveryWorker.class);
    private static final int DESTINATIONS_AT_ONCE = 8;
    private static final int MESSAGES_IN_EMAIL = 50;
    private static final int LONGEST_ERROR = 300;

    private final AlertDeliveryRepository deliveries;
    private final AlertSettingsRepository settings;
    private final EmailSender emails;
    private final WebhookSender webhooks;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Semaphore free = new Semaphore(DESTINATIONS_AT_ONCE);

    AlertDeliveryWorker(
            AlertDeliveryRepository deliveries,
            AlertSettingsRepository settings,
            EmailSender emails,
            WebhookSender webhooks,
            MeterRegistry meters,
            Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.emails = emails;
        this.webhooks = webhooks;
        this.meters = meters;
        this.clock = clock;
        // From the start, so that the first failure is an increase.
        for (Kind kind : Kind.values()) {
            List.of("hq.alerts.sent", "hq.alerts.failed", "hq.alerts.given.up").forEach(name -> counter(name, kind));
        }
    }

    /** Starts to send what is due, and does not wait for it. */
    void start() {
        int slots = free.drainPermits();
        int started = 0;
        try {
            if (slots > 0) {
                UUID claim = UUID.randomUUID();
                for (Claimed destination : deliveries.claim(claim, slots, clock.instant(), LEASE)) {
                    var thread = new Thread(() -> work(destination, claim), "alert-delivery");
                    thread.setDaemon(true);
                    thread.start();
                    started++;
                }
            }
        } finally {
            free.release(slots - started);
        }
    }

    private void work(Claimed destination, UUID claim) {
        try {
            PageLanguage.inEnglish(() -> sendAll(destination, claim));
            deliveries.release(destination.id(), claim);
        } catch (RuntimeException e) {
            log.warn("Messages to alert destination {} are sent again later", destination.id(), e);
        } finally {
            free.release();
        }
    }

    /** Sends until nothing is due or the destination fails; returns whether it did not fail. */
    private boolean sendAll(Claimed destination, UUID claim) {
        int most = destination.kind() == Kind.EMAIL ? MESSAGES_IN_EMAIL : 1;
        boolean fine = true;
        List<Due> due = deliveries.due(destination.id(), claim, most, clock.instant(), LEASE);
        while (fine && !due.isEmpty()) {
            fine = send(destination, due);
            if (fine) {
                due = deliveries.due(destination.id(), claim, most, clock.instant(), LEASE);
            }
        }
        return fine;
    }

    private boolean send(Claimed destination, List<Due> messages) {
        List<UUID> ids = messages.stream().map(Due::id).toList();
        try {
            if (destination.kind() == Kind.EMAIL) {
                emails.send(
                        destination.address(),
                        messages,
                        settings.read().settings().zone());
            } else {
                webhooks.send(destination, messages.get(0));
            }
        } catch (IOException | MessagingException | MailException | IllegalArgumentException e) {
            int givenUp = deliveries.failed(ids, reason(e), clock.instant());
            // The address may be personal, and the reason may contain it.
            log.warn(
                    "Alert destination {} failed with {}; given up: {} of {}",
                    destination.id(),
                    e.getClass().getSimpleName(),
                    givenUp,
                    ids.size());
            count("hq.alerts.failed", destination, ids.size());
            count("hq.alerts.given.up", destination, givenUp);
            return false;
        }
        deliveries.sent(ids, clock.instant());
        count("hq.alerts.sent", destination, ids.size());
        return true;
    }

    private void count(String name, Claimed destination, double messages) {
        counter(name, destination.kind()).increment(messages);
    }

    private Counter counter(String name, Kind kind) {
        return Counter.builder(name)
                .description("Messages of HQ's alerts to destinations")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private static String reason(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof SocketTimeoutException) {
            text = "Timed out";
        } else if (!text.startsWith("HTTP ")) {
            text = cause.getClass().getSimpleName() + ": " + text;
        }
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }
}
