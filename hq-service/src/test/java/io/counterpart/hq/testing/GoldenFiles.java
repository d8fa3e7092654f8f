package io.counterpart.hq.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the golden files of the contract. */
public final class GoldenFiles {

    private GoldenFiles() {}

    public static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(
                GoldenFiles.class.getResourceAsStream("/golden/%s.json".formatted(name)), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
