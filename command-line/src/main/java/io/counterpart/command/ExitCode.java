package io.counterpart.command;

/** The exit codes, which scripts rely on: they never change their meaning. */
final class ExitCode {

    static final int DONE = 0;
    /** The command did what it was told, and found something that needs attention. */
    static final int ATTENTION = 1;

    static final int USAGE = 2;
    static final int NO_ANSWER = 3;
    static final int NOT_ALLOWED = 4;
    /** HQ refused the request, for example because there is no such object. */
    static final int REFUSED = 5;

    private ExitCode() {}
}
