package io.truenorth.simulator;

import java.util.List;

/**
 * Channels, kinds and products of the simulated brand. Kinds of the standard scoring model keep their names.
 */
public final class Vocabulary {
    public static final String WEB = "web";
    public static final String APP = "app";
    public static final String STORE = "store";
    public static final String EMAIL = "email";
    public static final String SUPPORT = "support";
    public static final String SOCIAL = "social";
    public static final String SURVEY = "survey";
    public static final String COMMUNITY = "community";
    public static final String REFERRAL = "referral";
    public static final String EVENT = "event";

    /** All channels. */
    public static final List<String> CHANNELS =
            List.of(WEB, APP, STORE, EMAIL, SUPPORT, SOCIAL, SURVEY, COMMUNITY, REFERRAL, EVENT);

    /** Channels that customers visit spontaneously; on the others they react. */
    public static final List<String> VISITED = List.of(WEB, APP, STORE, SOCIAL, COMMUNITY);

    /** The product lines, which are the subjects of purchases, tickets and reviews. */
    public static final List<String> PRODUCTS = List.of("almanac", "compass", "lantern", "sextant");

    /** Values of the attribute {@code region}: the place of residence. */
    public static final List<String> REGIONS = List.of("north", "south", "east", "west");

    /** Values of the attribute {@code tier}, by revenue, lowest first. */
    public static final List<String> TIERS = List.of("basic", "plus", "premium");

    /** Values of the attribute {@code acquired_by}: the origin of a customer. */
    public static final List<String> ORIGINS = List.of("search", "advertising", "store", "friend");

    static final String BROUGHT_BY_A_FRIEND = "friend";

    static final String SIGNED_UP = "signed_up";
    static final String CARD_REGISTERED = "card_registered";
    static final String PAGE_VIEWED = "page_viewed";
    static final String APP_OPENED = "app_opened";
    static final String STORE_VISITED = "store_visited";
    static final String PURCHASE = "purchase";
    static final String POST_WRITTEN = "post_written";
    static final String QUESTION_ASKED = "question_asked";
    static final String MAIL_SENT = "email_sent";
    static final String MAIL_OPENED = "email_opened";
    static final String MAIL_CLICKED = "email_clicked";
    static final String TICKET_OPENED = "ticket_opened";
    static final String TICKET_ANSWERED = "ticket_answered";
    static final String SURVEY_SENT = "survey_sent";
    static final String SURVEY_ANSWERED = "survey_answered";
    static final String EVENT_INVITED = "event_invited";
    static final String EVENT_ATTENDED = "event_attended";
    static final String REFERRAL_MADE = "referral_made";
    static final String REFERRAL_CONVERTED = "referral_converted";
    static final String REVIEW_POSTED = "review_posted";
    static final String CONTENT_SHARED = "content_shared";
    static final String COMMUNITY_ANSWER = "community_answer";
    static final String TESTIMONIAL_GIVEN = "testimonial_given";

    private Vocabulary() {}
}
