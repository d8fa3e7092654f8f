package io.counterpart.hq.alert;

import java.io.IOException;
import java.time.Duration;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import io.counterpart.hq.alert.AlertDestination.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Alerts by email, with a real mail server. */
@AlertContext
class AlertEmailIT extends AlertSupport {

    @Test
    void anEmailSaysWhatHappenedSinceWhenAndWhatToDo() throws MessagingException, IOException {
        destinations.add(Kind.EMAIL, "operators@example.com");
        work.hold("1010", true);
        schedule.evaluate();
        send(1);

        MimeMessage email = MailServer.received().get(0);
        assertThat(email.getAllRecipients()[0]).hasToString("operators@example.com");
        assertThat(email.getSubject()).isEqualTo("[Counterpart] Job 1010 is on hold");
        assertThat(email.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(email.getContentType()).startsWith("text/plain");
        assertThat(text(email))
                .contains("will not run until it is released.")
                .contains("Since: 2026-11-20 12:00 UTC")
                .contains("What to do: Release the job")
                .contains("Details: https://hq.example/jobs/1010")
                .contains("https://hq.example/administration/alerts");
    }

    @Test
    void severalAlertsAtOnceAreOneEmailAndTheirEndAnother() throws MessagingException, IOException {
        destinations.add(Kind.EMAIL, "operators@example.com");
        work.hold("1010", true);
        work.hold("1070", true);
        work.hold("1110", true);
        schedule.evaluate();
        send(3);
        work.hold("1010", false);
        time.advance(Duration.ofMinutes(10));
        schedule.evaluate();
        send(4);

        assertThat(MailServer.received()).hasSize(2);
        assertThat(MailServer.received().get(0).getSubject())
                .isEqualTo("[Counterpart] 3 messages, the first: Job 1010 is on hold");
        assertThat(text(MailServer.received().get(0)))
                .contains("Job 1010 is on hold", "Job 1070 is on hold", "Job 1110 is on hold");
        MimeMessage recovered = MailServer.received().get(1);
        assertThat(recovered.getSubject()).isEqualTo("[Counterpart] Recovered: Job 1010 is on hold");
        assertThat(text(recovered)).contains("Recovered: 2026-11-20 12:10 UTC", "No action needed");
    }

    @Test
    void aTestMessageIsSentLikeAnyOther() throws MessagingException {
        destinations.add(Kind.EMAIL, "operators@example.com");
        destinations.test(destinations.list().get(0).id());
        send(1);

        assertThat(MailServer.received().get(0).getSubject()).isEqualTo("[Counterpart] Test message from Counterpart");
        assertThat(destinations.list().get(0).status()).isEqualTo("SENT");
        assertThat(work.texts("select subject from audit_entry where action = 'send-test'"))
                .containsExactly("Alert destination operators@example.com");
    }

    private void send(int messages) {
        worker.start();
        await().until(() -> count("status = 'SENT'") == messages);
        await().until(() -> work.number("select count(*) from alert_destination where claim is not null") == 0);
    }

    private static String text(MimeMessage email) throws MessagingException, IOException {
        return email.getContent().toString().replace("\r\n", "\n");
    }
}
