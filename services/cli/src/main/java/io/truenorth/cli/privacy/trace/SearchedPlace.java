package io.truenorth.cli.privacy.trace;

import java.util.List;

/**
 * A place that was searched: a topic, or a file or directory that was named.
 *
 * @param place its name
 * @param unit of what it consists
 * @param count how much of that was read
 * @param findings what was found there
 * @param notSearched what of it was not searched
 */
public record SearchedPlace(
        String place, Unit unit, long count, List<Finding> findings, List<NotSearched> notSearched) {

    /** Of what a place consists. */
    public enum Unit {
        /** Records of a topic. */
        RECORDS,
        /** Files. */
        FILES
    }
}
