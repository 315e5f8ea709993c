package io.truenorth.gateway.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The calls of the Segment specification; each is an endpoint and, in a batch, a {@code type}. */
public enum MessageType {
    /** The customer did something. */
    TRACK,
    /** Who the customer is, and traits. */
    IDENTIFY,
    /** A page was seen. */
    PAGE,
    /** A screen of an app was seen. */
    SCREEN,
    /** The customer belongs to a group. */
    GROUP,
    /** Two ids are one customer. */
    ALIAS;

    /** The type that a message or a path names. */
    public static Optional<MessageType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.toString().equals(name))
                .findFirst();
    }

    /** As the paths of the library for browsers name it. */
    String letter() {
        return toString().substring(0, 1);
    }

    /** As messages and paths name it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
