package io.counterpart.hq.operation.bulk;

/** What a bulk repair does with operations that failed as possible duplicates. */
enum DuplicateResolution {
    /** Creates separate customers. */
    CREATE("bulk.option.createAll"),
    /** Merges each into the matching customer, if there is exactly one. */
    MERGE("bulk.option.mergeAll");

    private final String title;

    DuplicateResolution(String title) {
        this.title = title;
    }

    /** The key of its text on the page. */
    public String title() {
        return title;
    }
}
