package io.counterpart.hq.home;

import org.jspecify.annotations.Nullable;

/** The kinds of warnings, each with its severity and its threshold on the home page. */
public enum WarningRule {
    RECOVERY(Warning.BAD),
    FAILED_OPERATIONS(Warning.BAD, Unit.COUNT, 1),
    DEAD_LETTERS(Warning.BAD, Unit.COUNT, 1),
    MISSING_OPERATIONS(Warning.BAD, Unit.COUNT, 1),
    UNAVAILABLE_OPERATIONS(Warning.BAD, Unit.COUNT, 1),
    TOPICS_NOT_CREATED(Warning.BAD),
    JOB_FAILED(Warning.BAD),
    NUMBERS_RUNNING_OUT(Warning.WARN, Unit.NUMBERS_LEFT, 10_000),
    NOT_RESPONDING(Warning.WARN, Unit.MINUTES, 1),
    UPLOAD_BACKLOG(Warning.WARN, Unit.MINUTES, 15),
    PROCESSING_BACKLOG(Warning.WARN, Unit.MINUTES, 2),
    PENDING_CUSTOMERS(Warning.WARN, Unit.MINUTES, 2),
    STUCK_CUSTOMERS(Warning.WARN, Unit.COUNT, 1),
    TILLS_NEED_ATTENTION(Warning.WARN, Unit.COUNT, 1),
    UNREACHABLE(Warning.WARN, Unit.COUNT, 1),
    JOB_ON_HOLD(Warning.WARN),
    JOB_OVERDUE(Warning.WARN),
    RESTORED_CHANNEL_DATABASE(Warning.WARN),
    TOPIC_SETTING(Warning.WARN),
    REQUESTS_LIMITED(Warning.WARN, Unit.COUNT, 1),
    REQUESTS_LIMITED_IN_CHANNEL(Warning.WARN, Unit.COUNT, 1),
    DEFAULT_CUSTOMER_RECEIPT_EMAIL(Warning.WARN);

    private final String level;
    private final @Nullable Unit unit;
    private final long threshold;

    WarningRule(String level) {
        this(level, null, 0);
    }

    WarningRule(String level, @Nullable Unit unit, long threshold) {
        this.level = level;
        this.unit = unit;
        this.threshold = threshold;
    }

    public String level() {
        return level;
    }

    /** Null: the rule has no threshold. */
    public @Nullable Unit unit() {
        return unit;
    }

    /** The threshold of the home page; 0 if the rule has none. */
    public long threshold() {
        return threshold;
    }

    /** What a threshold limits: an age or a count from above, the rest of a number sequence from below. */
    public enum Unit {
        MINUTES,
        COUNT,
        NUMBERS_LEFT
    }
}
