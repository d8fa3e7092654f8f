package io.counterpart.hq.security;

/** A role of HQ; each includes the permissions of the previous one. Title and description are message keys. */
public enum Role {
    /** Reads everything, changes nothing. */
    VIEWER("role.viewer", "role.viewer.description"),
    /** Repairs operations, runs and holds jobs, edits customers. */
    OPERATOR("role.operator", "role.operator.description"),
    /** Changes the configuration, tokens and users. */
    ADMIN("role.admin", "role.admin.description");

    private final String title;
    private final String description;

    Role(String title, String description) {
        this.title = title;
        this.description = description;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
