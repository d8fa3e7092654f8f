package io.counterpart.hq.page;

/** The number of issues that require an operator. */
record OpenIssueCounts(long failedOperations, long deadLetters, long heldJobs, long possibleDuplicates) {

    long at(String path) {
        return switch (path) {
            case "/synchronization" -> failedOperations;
            case "/dead-letters" -> deadLetters;
            case "/jobs" -> heldJobs;
            case "/possible-duplicates" -> possibleDuplicates;
            default -> 0;
        };
    }
}
