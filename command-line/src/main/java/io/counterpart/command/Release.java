package io.counterpart.command;

import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release by Semantic Versioning; build metadata do not matter. */
record Release(Version version) implements Comparable<Release> {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}(?:-[0-9A-Za-z.-]+)?)(?:\\+.*)?");

    static Release of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"%s\" is no release, such as 1.2.3".formatted(text));
        }
        return new Release(Version.parse(form.group(1)));
    }

    @Override
    public int compareTo(Release other) {
        return version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
