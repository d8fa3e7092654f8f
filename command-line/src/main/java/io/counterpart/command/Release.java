package io.counterpart.command;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A release by Semantic Versioning; build metadata do not matter.
 *
 * @param preRelease for example {@code SNAPSHOT}; null: a final release, which is newer
 */
record Release(int major, int minor, int patch, @Nullable String preRelease) implements Comparable<Release> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");
    private static final Comparator<Release> ORDER = Comparator.comparingInt(Release::major)
            .thenComparingInt(Release::minor)
            .thenComparingInt(Release::patch)
            .thenComparing(Release::preRelease, Comparator.nullsLast(Comparator.naturalOrder()));

    static Release of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"%s\" is no release, such as 1.2.3".formatted(text));
        }
        return new Release(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                form.group(4));
    }

    @Override
    public int compareTo(Release other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch) + (preRelease == null ? "" : "-" + preRelease);
    }
}
