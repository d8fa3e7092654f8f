package io.counterpart.channel.duplicate;

import java.util.List;

/** The possible duplicates, best first. */
record PossibleDuplicateList(List<PossibleDuplicate> items) {}
