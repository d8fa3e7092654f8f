package io.counterpart.hq.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A mail server on a free port, for all contexts. */
final class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "mail-server",
                        Map.of(
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                SERVER.getSmtp().getPort())));
    }

    static List<MimeMessage> received() {
        return Arrays.asList(SERVER.getReceivedMessages());
    }

    static void clear() throws com.icegreen.greenmail.store.FolderException {
        SERVER.purgeEmailFromAllMailboxes();
    }
}
