package io.counterpart.hq.page;

/** How much there is that a person should look at. */
record OpenIssueCounts(long failedOperations, long deadLetters, long heldJobs) {

    long at(String path) {
        return switch (path) {
            case "/synchronization" -> failedOperations;
            case "/dead-letters" -> deadLetters;
            case "/jobs" -> heldJobs;
            default -> 0;
        };
    }
}
