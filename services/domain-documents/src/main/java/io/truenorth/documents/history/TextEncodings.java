package io.truenorth.documents.history;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The encodings of files, by their IANA names and the names that Java knows. */
final class TextEncodings {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What IANA calls {@code macintosh}. */
    static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

    private static final List<Charset> KNOWN = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("ISO-8859-15"),
            WINDOWS_1252,
            MAC_ROMAN);

    private TextEncodings() {}

    /** The encoding of a name; empty if files cannot be read in it. */
    static Optional<Charset> named(String name) {
        if (name.toLowerCase(Locale.ROOT).equals("macintosh")) {
            return Optional.of(MAC_ROMAN);
        }
        try {
            return Optional.of(Charset.forName(name)).filter(KNOWN::contains);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The name of an encoding in a mapping. */
    static String nameOf(Charset encoding) {
        return encoding.equals(MAC_ROMAN) ? "macintosh" : encoding.name();
    }

    /** All names, for messages. */
    static String names() {
        return KNOWN.stream().map(TextEncodings::nameOf).collect(Collectors.joining(", "));
    }

    /** What reads a text that is not UTF-8, for messages. */
    static String hint(Optional<Charset> other) {
        return other.map(encoding -> "; the file is not UTF-8, it looks like " + nameOf(encoding) + ": state encoding: "
                        + nameOf(encoding) + " in a mapping")
                .orElse("");
    }
}
