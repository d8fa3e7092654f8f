package io.counterpart.command;

/** Ends a command with a message for the user and an exit code. */
final class CommandFailedException extends RuntimeException {

    private final int exitCode;

    CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
