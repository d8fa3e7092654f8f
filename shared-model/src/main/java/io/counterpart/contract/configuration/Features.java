package io.counterpart.contract.configuration;

import java.util.List;

/** The names of the features that HQ can enable; {@link #PREREQUISITES_OF_EDITING} is their hierarchy. */
public final class Features {

    public static final String PERFORMANCE_IMPROVEMENTS = "performance-improvements";
    public static final String ENHANCED_ASYNC_CUSTOMER_CREATION = "enhanced-async-customer-creation";
    public static final String ASYNC_CUSTOMER_ADDRESSES = "async-customer-addresses";
    public static final String ASYNC_CUSTOMER_EDITING = "async-customer-editing";
    public static final String MULTIPLE_EMAILS_AND_PHONES = "multiple-emails-and-phones";

    /** The features that must be enabled before customers can be edited in async mode. */
    public static final List<String> PREREQUISITES_OF_EDITING =
            List.of(PERFORMANCE_IMPROVEMENTS, ENHANCED_ASYNC_CUSTOMER_CREATION, ASYNC_CUSTOMER_ADDRESSES);

    private Features() {}
}
