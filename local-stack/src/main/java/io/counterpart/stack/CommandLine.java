package io.counterpart.stack;

/** What the command line asks for, beside the stack itself: to take the tour, and to end after it. */
record CommandLine(StackOptions stack, boolean tour, boolean exitAfterTour) {}
