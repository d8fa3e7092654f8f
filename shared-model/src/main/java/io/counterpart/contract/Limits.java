package io.counterpart.contract;

/**
 * The maximum lengths of the values of a customer, in characters. The API, both services and both databases share them,
 * so that HQ never truncates or rejects a value that a channel accepts.
 */
public final class Limits {

    public static final int ACCOUNT_NUMBER = 20;
    public static final int LOYALTY_CARD = 20;
    public static final int TITLE = 30;
    public static final int PERSON_NAME_PART = 100;
    public static final int ORGANIZATION_NAME = 200;
    public static final int EMAIL = 255;
    public static final int PHONE = 40;
    public static final int URL = 255;
    public static final int VAT_NUMBER = 20;
    public static final int LANGUAGE = 35;
    public static final int CURRENCY_CODE = 3;
    public static final int CUSTOMER_GROUP = 20;
    public static final int ADDRESS_NAME = 100;
    public static final int STREET = 250;
    public static final int STREET_NUMBER = 20;
    public static final int BUILDING_COMPLEMENT = 60;
    public static final int POST_BOX = 20;
    public static final int DISTRICT = 60;
    public static final int CITY = 60;
    public static final int COUNTY = 60;
    public static final int STATE = 60;
    public static final int ZIP_CODE = 20;
    public static final int COUNTRY = 3;
    public static final int AFFILIATION = 20;
    public static final int ATTRIBUTE_NAME = 60;
    public static final int ATTRIBUTE_VALUE = 1000;
    public static final int IDENTITY_ISSUER = 255;
    public static final int IDENTITY_SUBJECT = 255;
    public static final int CHANNEL = 20;
    public static final int DEVICE = 60;
    public static final int CLERK = 60;
    public static final int NOTE = 1000;
    public static final int CONSENT_SOURCE = 60;
    public static final int CONSENT_TEXT = 60;
    public static final int CHANNEL_DATABASE = 30;

    /** The maximum number of each part of one customer. */
    public static final int ADDRESSES = 50;

    public static final int CONTACTS = 50;
    public static final int AFFILIATIONS = 50;
    public static final int ATTRIBUTES = 100;

    private Limits() {}
}
