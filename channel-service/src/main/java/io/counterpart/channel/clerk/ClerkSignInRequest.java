package io.counterpart.channel.clerk;

import java.util.UUID;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.FieldErrors;
import io.counterpart.support.web.StrictUuid;

/**
 * The sign-in of a clerk at a till.
 *
 * @param clerk the ID of the clerk
 * @param pin 4 to 8 digits
 */
record ClerkSignInRequest(
        @Schema(format = "uuid") @Nullable String clerk,
        @Schema(format = "password") @Nullable String pin) {

    static final String PIN_FORM = "^[0-9]{4,8}$";

    private static final Pattern PIN = Pattern.compile(PIN_FORM);

    /** Throws a problem unless both values can be those of a clerk; such a request is no attempt. */
    UUID check() {
        var faults = new FieldErrors();
        if (clerk == null) {
            faults.add("/clerk", "required", "clerk is required.");
        } else if (!StrictUuid.matches(clerk)) {
            faults.add("/clerk", "not-a-uuid", "clerk must be the id of a clerk, as GET /api/v1/clerks returns it.");
        }
        if (pin == null) {
            faults.add("/pin", "required", "pin is required.");
        } else if (!PIN.matcher(pin).matches()) {
            faults.add("/pin", "not-a-pin", "pin must have 4 to 8 digits.");
        }
        faults.throwIfAny();
        return UUID.fromString(String.valueOf(clerk));
    }

    // The PIN must not get into a log with the request.
    @Override
    public String toString() {
        return "ClerkSignInRequest[clerk=" + clerk + "]";
    }
}
