package io.counterpart.hq.home;

/** The ways in which a customer is created, with color and label for the chart. */
enum CreationPath {
    AT_ONCE("s2", "home.series.sync"),
    BY_PROFILE("s1", "home.series.profile"),
    OFFLINE("s4", "home.series.offline"),
    UNREACHABLE("s3", "home.series.unreachable");

    private final String style;
    private final String label;

    CreationPath(String style, String label) {
        this.style = style;
        this.label = label;
    }

    static CreationPath of(CreationChart.HourlyCount count) {
        if (count.mode().equals("SYNC")) {
            return AT_ONCE;
        }
        String reason = String.valueOf(count.reason());
        return switch (reason) {
            case "POS_OFFLINE" -> OFFLINE;
            case "REALTIME_SERVICE_UNREACHABLE" -> UNREACHABLE;
            default -> BY_PROFILE;
        };
    }

    String style() {
        return style;
    }

    String label() {
        return label;
    }
}
