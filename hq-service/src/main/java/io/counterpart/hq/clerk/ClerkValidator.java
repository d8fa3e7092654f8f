package io.counterpart.hq.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Limits;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.support.problem.FieldError;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.web.StrictUuid;

/** Validates what administrators enter about a clerk. */
@Component
class ClerkValidator {

    static final String PIN_FORM = "^[0-9]{4,8}$";
    static final int LONGEST_PIN = 8;
    static final int MOST_CHANNELS = 1000;

    private static final Pattern PIN = Pattern.compile(PIN_FORM);

    private final ConfigurationService configuration;

    ClerkValidator(ConfigurationService configuration) {
        this.configuration = configuration;
    }

    /** Throws a problem unless the values can be those of a clerk. */
    ValidClerk check(String id, ClerkRequest wanted) {
        var invalid = new ArrayList<FieldError>();
        if (!StrictUuid.matches(id)) {
            invalid.add(new FieldError("/id", "not-a-uuid", "Must be a UUID"));
        }
        String name = wanted.name() == null ? "" : wanted.name().strip();
        checkName(name, invalid);
        List<String> channels = wanted.channels() == null ? List.of() : wanted.channels();
        checkChannels(channels, invalid);
        checkPin(wanted.pin(), invalid);
        if (!invalid.isEmpty()) {
            throw Problem.validation(List.copyOf(invalid));
        }
        return new ValidClerk(name, new TreeSet<>(channels), wanted.activeOrDefault(), wanted.pin());
    }

    private static void checkName(String name, List<FieldError> invalid) {
        if (name.isEmpty()) {
            invalid.add(required("/name"));
        } else if (name.length() > Limits.CLERK) {
            invalid.add(new FieldError("/name", "too-long", "Must have at most %d characters".formatted(Limits.CLERK)));
        } else if (ValueRules.hasUnprintable(name)) {
            invalid.add(new FieldError("/name", "invalid-characters", "Must not contain unprintable characters"));
        }
    }

    private void checkChannels(List<String> channels, List<FieldError> invalid) {
        if (channels.isEmpty()) {
            invalid.add(required("/channels"));
        } else if (channels.size() > MOST_CHANNELS) {
            invalid.add(
                    new FieldError("/channels", "too-many", "Must have at most %d entries".formatted(MOST_CHANNELS)));
        } else if (!configuration.hasChannels(channels)) {
            invalid.add(new FieldError("/channels", "unknown", "Each must be an existing channel"));
        }
    }

    private static void checkPin(@Nullable String pin, List<FieldError> invalid) {
        if (pin != null && !PIN.matcher(pin).matches()) {
            invalid.add(new FieldError("/pin", "not-a-pin", "Must have 4 to 8 digits"));
        }
    }

    static FieldError required(String pointer) {
        return new FieldError(pointer, "required", "A value is required");
    }

    /** Valid values of a clerk. */
    record ValidClerk(
            String name,
            Set<String> channels,
            boolean active,
            @Nullable String pin) {

        // The PIN must not get into a log.
        @Override
        public String toString() {
            return "ValidClerk";
        }
    }
}
