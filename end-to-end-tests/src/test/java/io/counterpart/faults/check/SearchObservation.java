package io.counterpart.faults.check;

import java.util.List;

/** The result of a search for one customer. */
public record SearchObservation(String place, String marker, List<String> customers) {}
