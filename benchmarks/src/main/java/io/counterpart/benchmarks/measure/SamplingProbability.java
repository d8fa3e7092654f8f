package io.counterpart.benchmarks.measure;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share from 0 to 1. */
final class SamplingProbability implements ITypeConverter<Double> {

    @Override
    public Double convert(String value) {
        if (!value.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
            throw new TypeConversionException("'%s' is not a share from 0 to 1".formatted(value));
        }
        return Double.valueOf(value);
    }
}
