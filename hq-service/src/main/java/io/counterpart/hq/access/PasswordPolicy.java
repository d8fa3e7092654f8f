package io.counterpart.hq.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;

import io.counterpart.support.problem.Problem;

/** Which passwords users may choose. */
final class PasswordPolicy {

    static final int MIN_LENGTH = 10;
    // BCrypt reads no more than this; a longer password would be cut off silently.
    private static final int MAX_BYTES = 72;
    private static final double MIN_ENTROPY_BITS = 30;

    private PasswordPolicy() {}

    /** Throws a problem for a password that is too short, too long or easy to guess. */
    static void check(String username, String password) {
        if (password.length() < MIN_LENGTH || password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw invalid("Must have between %d and %d characters".formatted(MIN_LENGTH, MAX_BYTES));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username) || isEasyToGuess(password)) {
            throw invalid("Is easy to guess. Use several unrelated words, or a password generator");
        }
    }

    // The dictionaries take some ten megabytes: they are loaded for a change and dropped after it.
    private static boolean isEasyToGuess(String password) {
        var configuration =
                new ConfigurationBuilder().setMinimumEntropy(MIN_ENTROPY_BITS).createConfiguration();
        return !new Nbvcxz(configuration).estimate(password).isMinimumEntropyMet();
    }

    private static Problem invalid(String message) {
        return Problem.validation("/password", "invalid", message);
    }
}
