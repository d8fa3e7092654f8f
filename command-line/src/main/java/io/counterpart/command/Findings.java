package io.counterpart.command;

import tools.jackson.databind.node.ArrayNode;

/** The results of checks, in their order. */
final class Findings {

    private final ArrayNode items = HqApi.JSON.createArrayNode();
    private boolean attention;

    void fine(String subject, String finding) {
        add("ok", subject, finding);
    }

    void attention(String subject, String finding) {
        attention = true;
        add("ATTENTION", subject, finding);
    }

    /** Something to do next; nothing is wrong. */
    void next(String subject, String finding) {
        add("NEXT", subject, finding);
    }

    void add(boolean fine, String subject, String finding) {
        if (fine) {
            fine(subject, finding);
        } else {
            attention(subject, finding);
        }
    }

    ArrayNode items() {
        return items;
    }

    boolean anyAttention() {
        return attention;
    }

    private void add(String result, String subject, String finding) {
        items.addObject().put("result", result).put("subject", subject).put("finding", finding);
    }
}
