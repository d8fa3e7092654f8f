package io.counterpart.stack.options;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.counterpart.stack.process.StackException;

/** Command-line arguments in the form {@code --name=value}; a name without a value means {@code true}. */
public final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Rejects any name that is not known. */
    public static Arguments read(List<String> arguments, Collection<String> known) {
        var read = new Arguments();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!known.contains(name)) {
                throw new StackException("Unknown option %s. Options: %s."
                        .formatted(
                                parts[0],
                                String.join(
                                        ", ", known.stream().map("--"::concat).toList())));
            }
            read.values.put(name, parts.length == 2 ? parts[1] : "true");
        }
        return read;
    }

    public static boolean askForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(value -> {
            if (!Arrays.asList("true", "false").contains(value)) {
                throw new StackException("Invalid value --%s=%s. Use true or false.".formatted(name, value));
            }
            return Boolean.valueOf(value);
        });
    }

    /** A whole number from 1 to the highest. */
    public Optional<Integer> number(String name, String kind, int highest) {
        return text(name).map(value -> {
            if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > highest) {
                throw new StackException(
                        "Invalid value --%s=%s. Use a %s from 1 to %d.".formatted(name, value, kind, highest));
            }
            return Integer.valueOf(value);
        });
    }
}
