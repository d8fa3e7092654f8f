package io.counterpart.stack.client;

/** The tokens and PINs that the services accept under the profile {@code local} only. */
public final class DemoTokens {

    public static final String POS_HARBOR = "local-pos-harbor";
    public static final String POS_STATION = "local-pos-station";
    public static final String STOREFRONT_ONLINE = "local-storefront-online";
    public static final String SHOP_ONLINE = "local-shop-online";
    public static final String HQ_ADMIN = "local-hq-admin";
    /** For the metrics of both services. */
    public static final String SCRAPE = "local-scrape";

    /** The PIN of Robin Reyes, a clerk in HARBOR. */
    public static final String PIN_OF_ROBIN = "4711";
    /** The PIN of Kim Ito, a clerk in HARBOR and STATION. */
    public static final String PIN_OF_KIM = "2580";

    private DemoTokens() {}

    /** The token with which a channel database calls HQ. */
    public static String realTimeService(String channelDatabase) {
        return "local-rts-" + channelDatabase;
    }

    /** The token that the API documentation of a channel database is signed in with. */
    public static String documentation(String channelDatabase) {
        return channelDatabase.equals("online") ? STOREFRONT_ONLINE : POS_HARBOR;
    }
}
