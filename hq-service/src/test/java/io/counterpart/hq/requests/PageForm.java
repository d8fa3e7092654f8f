package io.counterpart.hq.requests;

import java.util.List;
import java.util.Map;

/**
 * A form of a page, or a link with its query.
 *
 * @param fields the values that a browser could send, by field
 */
record PageForm(String method, String action, Map<String, List<String>> fields) {}
