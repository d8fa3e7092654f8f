package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.home.Warning;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.language.PageLanguage;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.page.PageTexts;

/**
 * The texts of messages. Stored errors, which the home page shows, are left out: they could contain data of a customer.
 */
@Component
class AlertTexts {

    static final String SETTINGS_PAGE = "/administration/alerts";

    private static final Map<WarningRule, String> ADVICE = new EnumMap<>(Map.ofEntries(
            Map.entry(WarningRule.RECOVERY, "alerts.advice.recovery"),
            Map.entry(WarningRule.FAILED_OPERATIONS, "alerts.advice.failedOperations"),
            Map.entry(WarningRule.DEAD_LETTERS, "alerts.advice.deadLetters"),
            Map.entry(WarningRule.MISSING_OPERATIONS, "alerts.advice.missingOperations"),
            Map.entry(WarningRule.UNAVAILABLE_OPERATIONS, "alerts.advice.unavailableOperations"),
            Map.entry(WarningRule.TOPICS_NOT_CREATED, "alerts.advice.topicsNotCreated"),
            Map.entry(WarningRule.JOB_FAILED, "alerts.advice.jobFailed"),
            Map.entry(WarningRule.NUMBERS_RUNNING_OUT, "alerts.advice.numbersRunningOut"),
            Map.entry(WarningRule.NOT_RESPONDING, "alerts.advice.notResponding"),
            Map.entry(WarningRule.UPLOAD_BACKLOG, "alerts.advice.uploadBacklog"),
            Map.entry(WarningRule.PROCESSING_BACKLOG, "alerts.advice.processingBacklog"),
            Map.entry(WarningRule.PENDING_CUSTOMERS, "alerts.advice.stuckCustomers"),
            Map.entry(WarningRule.STUCK_CUSTOMERS, "alerts.advice.stuckCustomers"),
            Map.entry(WarningRule.TILLS_NEED_ATTENTION, "alerts.advice.tillsNeedAttention"),
            Map.entry(WarningRule.UNREACHABLE, "alerts.advice.unreachable"),
            Map.entry(WarningRule.JOB_ON_HOLD, "alerts.advice.jobOnHold"),
            Map.entry(WarningRule.JOB_OVERDUE, "alerts.advice.jobOverdue"),
            Map.entry(WarningRule.RESTORED_CHANNEL_DATABASE, "alerts.advice.restoredChannelDatabase"),
            Map.entry(WarningRule.TOPIC_SETTING, "alerts.advice.topicSetting"),
            Map.entry(WarningRule.REQUESTS_LIMITED, "alerts.advice.requestsLimited"),
            Map.entry(WarningRule.REQUESTS_LIMITED_IN_CHANNEL, "alerts.advice.requestsLimited"),
            Map.entry(WarningRule.DEFAULT_CUSTOMER_RECEIPT_EMAIL, "alerts.advice.receiptEmail")));

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_EXPLANATION = 1000;

    private final PageTexts texts;

    AlertTexts(PageTexts texts) {
        this.texts = texts;
    }

    String title(Warning warning) {
        return line(texts.of(warning.title()), LONGEST_TITLE);
    }

    @Nullable String explanation(Warning warning) {
        PageMessage explanation = warning.explanation();
        return explanation.isLiteral() ? null : line(texts.of(explanation), LONGEST_EXPLANATION);
    }

    AlertMessage of(Alert alert, @Nullable Instant recoveredAt) {
        return new AlertMessage(
                alert.rule(),
                alert.subject(),
                alert.level(),
                alert.title(),
                alert.explanation(),
                recoveredAt == null ? advice(alert.rule()) : texts.text("alerts.advice.none"),
                alert.since(),
                recoveredAt,
                alert.page());
    }

    /** Not in the language of the page that requests it. */
    AlertMessage test(Instant at) {
        return PageLanguage.inEnglish(() -> testInEnglish(at));
    }

    private AlertMessage testInEnglish(Instant at) {
        return new AlertMessage(
                null,
                null,
                null,
                texts.text("alerts.test.title"),
                texts.text("alerts.test.explanation"),
                texts.text("alerts.advice.none"),
                at,
                null,
                SETTINGS_PAGE);
    }

    String text(String key, Object... values) {
        return texts.text(key, values);
    }

    private String advice(String rule) {
        for (Map.Entry<WarningRule, String> advice : ADVICE.entrySet()) {
            if (advice.getKey().name().equals(rule)) {
                return texts.text(advice.getValue());
            }
        }
        return texts.text("alerts.advice.other");
    }

    private static String line(String text, int longest) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
    }
}
