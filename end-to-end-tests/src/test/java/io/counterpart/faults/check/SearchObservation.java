package io.counterpart.faults.check;

import java.util.List;

/** What a search for one customer answered. */
public record SearchObservation(String place, String marker, List<String> customers) {}
