package io.truenorth.cli.privacy.trace;

/**
 * Something that was not searched.
 *
 * @param place the topic, the file or the directory
 * @param why in a few words
 * @param incomplete whether the search is incomplete without it: it may be of this deployment
 */
public record NotSearched(String place, String why, boolean incomplete) {

    static NotSearched unreadable(String place, String why) {
        return new NotSearched(place, why, true);
    }

    static NotSearched ofAnotherApplication(String place, String why) {
        return new NotSearched(place, why, false);
    }
}
