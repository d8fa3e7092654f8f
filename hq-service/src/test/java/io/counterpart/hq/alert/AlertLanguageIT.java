package io.counterpart.hq.alert;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

import io.counterpart.hq.alert.AlertListRepository.AlertView;

import static org.assertj.core.api.Assertions.assertThat;

/** The page shows an alert in its language; what is sent, and the API, are in English. */
@AlertContext
class AlertLanguageIT extends AlertSupport {

    @AfterEach
    void resetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aGermanPageShowsAGermanTitle() {
        only(0, 0, false, null);
        webhook();
        work.hold("1010", true);
        schedule.evaluate();

        assertThat(work.texts("select message ->> 'title' from alert_delivery")).containsExactly("Job 1010 is on hold");
        assertThat(shown(Locale.ENGLISH).title()).isEqualTo("Job 1010 is on hold");
        assertThat(shown(Locale.GERMAN).title()).isEqualTo("Job 1010 ist angehalten");
        assertThat(shown(Locale.GERMAN).explanation())
                .isEqualTo("„Kunden“ wird erst nach der Freigabe wieder ausgeführt.");
    }

    @Test
    void anAlertOfAnEarlierReleaseRemainsInEnglish() {
        only(0, 0, false, null);
        work.hold("1010", true);
        webhook();
        schedule.evaluate();
        work.jdbcUpdate("update alert set title_de = null, explanation_de = null");

        assertThat(shown(Locale.GERMAN).title()).isEqualTo("Job 1010 is on hold");
        assertThat(shown(Locale.GERMAN).explanation()).isEqualTo("Customers will not run until it is released.");
    }

    private AlertView shown(Locale language) {
        LocaleContextHolder.setLocale(language);
        return list.list(null, Long.MAX_VALUE, 10).get(0);
    }
}
