package io.counterpart.hq.savedview;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a user sees a list, as it is stored.
 *
 * @param columns null: the usual ones
 * @param views the own ones and the shared ones, by name
 */
record ListPreference(@Nullable String columns, @Nullable UUID defaultView, List<SavedView> views) {}
