package io.counterpart.stack;

/** The parsed command line: the stack options, whether to run the tour, and whether to exit after it. */
record CommandLine(StackOptions stack, boolean tour, boolean exitAfterTour) {}
