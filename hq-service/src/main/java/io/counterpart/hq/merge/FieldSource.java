package io.counterpart.hq.merge;

/** From which of two customers a field takes its value. */
enum FieldSource {
    SURVIVOR,
    MERGED
}
