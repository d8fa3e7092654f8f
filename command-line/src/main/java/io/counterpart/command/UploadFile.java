package io.counterpart.command;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

/**
 * A file to upload. It is read twice, never into memory: first for the hash by which HQ knows it, then for the upload. What
 * can be read only once, such as standard input, is copied to a temporary file first, so that a slow producer does not keep
 * HQ waiting.
 */
final class UploadFile implements Closeable {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final FileChannel content;
    private final long size;
    private final @Nullable String sha256;

    private UploadFile(String name, FileChannel content) throws IOException {
        this.name = name;
        this.content = content;
        this.size = content.size();
        this.sha256 = hash();
    }

    /** The file, or standard input if its name is a dash. */
    static UploadFile open(Path file, InputStream standardInput) {
        try {
            if (file.toString().equals("-")) {
                return new UploadFile("standard-input", copy(standardInput));
            }
            String name = String.valueOf(file.getFileName());
            if (Files.isRegularFile(file)) {
                return new UploadFile(name, FileChannel.open(file, StandardOpenOption.READ));
            }
            try (InputStream pipe = Files.newInputStream(file)) {
                return new UploadFile(name, copy(pipe));
            }
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.USAGE, "The file %s cannot be read.".formatted(file));
        }
    }

    // On Linux and macOS the file has no name any more once it is open: it ends with the process, however that ends.
    private static FileChannel copy(InputStream input) throws IOException {
        FileChannel copy = FileChannel.open(
                Files.createTempFile("counterpart", ".import"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try {
            input.transferTo(Channels.newOutputStream(copy));
            return copy;
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** Of the expanded content; null if it cannot be expanded. */
    @Nullable String sha256() {
        return sha256;
    }

    /** From the beginning; closing it leaves the file open, because a connection that is lost early is tried again. */
    InputStream stream() throws IOException {
        content.position(0);
        return new BufferedInputStream(Channels.newInputStream(content), BUFFER) {

            @Override
            public void close() {}
        };
    }

    private @Nullable String hash() throws IOException {
        InputStream in = stream();
        in.mark(2);
        boolean compressed = (in.read() << 8 | in.read()) == GZIP_MAGIC;
        in.reset();
        try {
            InputStream expanded = compressed ? new GZIPInputStream(in, BUFFER) : in;
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (int read = expanded.read(buffer); read >= 0; read = expanded.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (ZipException | EOFException e) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
