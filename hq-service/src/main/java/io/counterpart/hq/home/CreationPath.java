package io.counterpart.hq.home;

/** The ways in which a customer can come to be, with colour and words for the chart. */
enum CreationPath {
    AT_ONCE("s2", "Sync: the number came at once"),
    BY_PROFILE("s1", "Async: as the functionality profile says"),
    OFFLINE("s4", "Async: the till was offline"),
    UNREACHABLE("s3", "Async: HQ could not be reached");

    private final String style;
    private final String words;

    CreationPath(String style, String words) {
        this.style = style;
        this.words = words;
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

    String words() {
        return words;
    }
}
