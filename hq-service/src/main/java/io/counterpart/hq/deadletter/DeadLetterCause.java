package io.counterpart.hq.deadletter;

import java.util.Arrays;

/** Why a message became a dead letter; the database derives it from the reason ({@code dead_letter.cause}). */
public enum DeadLetterCause {
    INVALID_JSON("deadLetters.cause.invalidJson", "deadLetters.fix.invalidJson"),
    INVALID_VALUE("deadLetters.cause.invalidValue", "deadLetters.fix.invalidValue"),
    NEWER_VERSION("deadLetters.cause.newerVersion", "deadLetters.fix.newerVersion"),
    UNKNOWN_CHANNEL_DATABASE("deadLetters.cause.unknownChannelDatabase", "deadLetters.fix.unknownChannelDatabase"),
    UNKNOWN_CHANNEL("deadLetters.cause.unknownChannel", "deadLetters.fix.unknownChannel"),
    FOREIGN_CHANNEL("deadLetters.cause.foreignChannel", "deadLetters.fix.foreignChannel"),
    SIGNATURE_MISSING("deadLetters.cause.signatureMissing", "deadLetters.fix.signatureMissing"),
    SIGNATURE_WRONG("deadLetters.cause.signatureWrong", "deadLetters.fix.signatureWrong"),
    TOO_LARGE("deadLetters.cause.tooLarge", "deadLetters.fix.tooLarge"),
    DATABASE_REJECTED("deadLetters.cause.databaseRejected", "deadLetters.fix.databaseRejected"),
    PROCESSING_FAILED("deadLetters.cause.processingFailed", "deadLetters.fix.processingFailed"),
    OTHER("deadLetters.cause.other", "deadLetters.fix.other");

    private final String text;
    private final String fix;

    DeadLetterCause(String text, String fix) {
        this.text = text;
        this.fix = fix;
    }

    // A newer version may have added causes to the database.
    static DeadLetterCause stored(String name) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** The key of its description on the pages. */
    public String text() {
        return text;
    }

    /** The key of the suggested fix. */
    public String fix() {
        return fix;
    }
}
