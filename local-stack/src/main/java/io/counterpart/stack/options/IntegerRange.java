package io.counterpart.stack.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1 to a limit. */
public abstract class IntegerRange implements ITypeConverter<Integer> {

    private final int highest;

    protected IntegerRange(int highest) {
        this.highest = highest;
    }

    @Override
    public Integer convert(String value) {
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > highest) {
            throw new TypeConversionException("'%s' is not a number from 1 to %d".formatted(value, highest));
        }
        return Integer.valueOf(value);
    }

    /** A TCP port. */
    public static final class Port extends IntegerRange {
        public Port() {
            super(65_535);
        }
    }

    /** A number of customers, connections, seconds or runs. */
    public static final class Count extends IntegerRange {
        public Count() {
            super(100_000_000);
        }
    }
}
