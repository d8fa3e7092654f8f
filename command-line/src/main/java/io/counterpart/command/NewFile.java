package io.counterpart.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that has its name only once it is complete: until then it is a temporary file beside it, which only the user can
 * read and which is deleted if the command fails or is interrupted.
 */
final class NewFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private final Thread cleanup;

    private NewFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
        this.cleanup = new Thread(this::delete);
        Runtime.getRuntime().addShutdownHook(cleanup);
    }

    static NewFile at(Path target) {
        Path file = target.toAbsolutePath();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandFailedException(ExitCode.USAGE, "%s is not a file.".formatted(target));
        }
        try {
            // A link stays one: the file that it leads to is replaced.
            Path real = Files.exists(file) ? file.toRealPath() : file;
            Path part = Files.createTempFile(real.getParent(), "." + real.getFileName() + ".", ".part");
            return new NewFile(real, part, FileChannel.open(part, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw cannotBeWritten(target);
        }
    }

    static CommandFailedException cannotBeWritten(Path file) {
        return new CommandFailedException(ExitCode.USAGE, "The file %s cannot be written.".formatted(file));
    }

    OutputStream out() {
        return out;
    }

    /** Gives the file its name, replacing an earlier one. */
    void complete() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(cleanup);
        } catch (IllegalStateException e) {
            // The program is ending, and deletes it as well.
        }
    }

    private void delete() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Its name says that it is incomplete.
        }
    }
}
