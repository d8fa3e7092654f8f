package io.counterpart.hq.security;

/** What a person may do at HQ; each role may do what the one before it may. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER("Viewer", "sees everything, changes nothing"),
    /** Repairs operations, runs and holds jobs, edits customers. */
    OPERATOR("Operator", "repairs operations, runs jobs, edits customers"),
    /** Changes the configuration, tokens and users. */
    ADMIN("Administrator", "changes configuration, tokens and users");

    private final String title;
    private final String description;

    Role(String title, String words) {
        this.title = title;
        this.description = words;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
