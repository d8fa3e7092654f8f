package io.counterpart.hq.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import io.counterpart.hq.alert.AlertMessage.Due;

/** Sends messages as one plain text, if a mail server is configured. */
@Component
class EmailSender {

    private static final String SEPARATOR = "\n\n" + "-".repeat(60) + "\n\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.US);

    private final @Nullable JavaMailSender server;
    private final AlertTexts texts;
    private final AlertProperties properties;

    EmailSender(ObjectProvider<JavaMailSender> server, AlertTexts texts, AlertProperties properties) {
        this.server = server.getIfAvailable();
        this.texts = texts;
        this.properties = properties;
    }

    boolean isConfigured() {
        return server != null;
    }

    /** Sends several messages as one email. */
    void send(String address, List<Due> messages, ZoneId zone) throws MessagingException {
        if (server == null) {
            throw new MessagingException(texts.text("alerts.fault.noMailServer"));
        }
        var email = new MimeMessageHelper(server.createMimeMessage(), StandardCharsets.UTF_8.name());
        email.setFrom(properties.from());
        email.setTo(address);
        email.setSubject(subject(messages));
        email.setText(text(messages, zone));
        // RFC 3834: out-of-office replies are not sent to it.
        email.getMimeMessage().setHeader("Auto-Submitted", "auto-generated");
        server.send(email.getMimeMessage());
    }

    private String subject(List<Due> messages) {
        String first = title(messages.get(0));
        return "[Counterpart] "
                + (messages.size() == 1 ? first : texts.text("alerts.email.several", messages.size(), first));
    }

    private String title(Due message) {
        String title = message.message().title();
        return switch (message.kind()) {
            case "RECOVERED" -> texts.text("alerts.email.recovered", title);
            case "REPEATED" -> texts.text("alerts.email.repeated", title);
            default -> title;
        };
    }

    private String text(List<Due> messages, ZoneId zone) {
        var text = new StringBuilder();
        for (Due message : messages) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(section(message, zone));
        }
        text.append("\n-- \n").append(texts.text("alerts.email.footer"));
        String settings = properties.url(AlertTexts.SETTINGS_PAGE);
        return text.append(settings == null ? "" : "\n" + settings).append('\n').toString();
    }

    private String section(Due due, ZoneId zone) {
        AlertMessage message = due.message();
        var text = new StringBuilder(title(due)).append("\n\n");
        if (message.explanation() != null) {
            text.append(message.explanation()).append("\n\n");
        }
        append(text, "alerts.email.since", time(message.since(), zone));
        if (message.recoveredAt() != null) {
            append(text, "alerts.email.until", time(message.recoveredAt(), zone));
        }
        append(text, "alerts.email.advice", message.advice());
        String link = properties.url(message.page());
        if (link != null) {
            append(text, "alerts.email.page", link);
        }
        return text.toString();
    }

    private void append(StringBuilder text, String label, String value) {
        text.append(texts.text(label)).append(": ").append(value).append('\n');
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.withZone(zone).format(at);
    }
}
