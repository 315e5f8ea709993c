package io.truenorth.endtoend;

import java.time.Instant;
import java.util.Locale;

/**
 * Tickets as a desk sends them, numbered. One in twenty is bad for the document that the desk begins with, in twenty ways by turns,
 * and good for the one that takes its place.
 */
final class Tickets {
    static final int WAYS = 20;

    private static final int ONE_BAD_IN = 20;
    private static final int CUSTOMERS = 3_000;
    private static final Instant FIRST = Instant.parse("2026-01-05T08:00:00Z");

    private Tickets() {}

    static boolean isBad(int number) {
        return number % ONE_BAD_IN == 0;
    }

    /** The ticket of a number, as JSON. */
    static String of(int number) {
        String id = "\"id\": \"t-" + number + "\"";
        String at = "\"at\": \"" + FIRST.plusSeconds(number) + "\"";
        String customer = "\"customer\": \"c-" + number % CUSTOMERS + "\"";
        String event = "\"event\": \"opened\"";
        if (!isBad(number)) {
            return object(event, id, at, customer);
        }
        int way = number / ONE_BAD_IN % WAYS;
        String shape = "\"shape\": " + way;
        long seconds = FIRST.plusSeconds(number).getEpochSecond();
        String name = "c-" + number % CUSTOMERS;
        return switch (way) {
            case 0 -> object(shape, "\"event\": \"merged\"", id, at, customer);
            case 1 ->
                object(shape, event, "\"uuid\": \"t-" + number + "\"", "\"at\": \"soon\"", customer, when(seconds));
            case 2 -> object(shape, event, id, when(seconds), customer);
            case 3 -> object(shape, event, id, "\"at\": " + seconds, when(seconds), customer);
            case 4 -> object(shape, event, id, "\"at\": null", when(seconds), customer);
            case 5 -> object(shape, event, id, "\"at\": \"2999-01-01T00:00:00Z\"", when(seconds), customer);
            case 6 -> object(shape, event, id, "\"at\": \"1969-01-01T00:00:00Z\"", when(seconds), customer);
            case 7 -> object(shape, event, id, at, "\"user\": {\"id\": \"" + name + "\"}");
            case 8 -> object(shape, event, id, at, "\"customer\": \"\"", "\"user\": {\"id\": \"" + name + "\"}");
            case 9 -> object(shape, event, id, at, "\"customer\": {\"id\": 7}", "\"user\": {\"id\": \"" + name + "\"}");
            case 10 -> object(shape, event, id, at, "\"customer\": \"" + "x".repeat(300) + "\"", user(name));
            case 11 -> object(shape, "\"event\": \"OPENED\"", id, at, customer);
            case 12 -> object(shape, "\"event\": 7", id, at, customer);
            case 13 -> object(shape, "\"kind\": \"opened\"", id, at, customer);
            case 14 -> object(shape, "\"event\": \"closed\"", id, at, customer);
            case 15 -> object(shape, event, "\"id\": [" + number + "]", at, customer, uuid(number));
            case 16 -> object(shape, event, "\"id\": \"" + "y".repeat(300) + "\"", at, customer, uuid(number));
            case 17 -> object(shape, event, id, at, "\"customer\": \"c\\u0000\"", user(name));
            case 18 -> object(shape, event, id, at, "\"customer\": [\"" + name + "\"]", user(name));
            default -> "{\"shape\": 19, \"ticket\": " + object(event, id, at, customer) + "}";
        };
    }

    private static String when(long seconds) {
        return String.format(Locale.ROOT, "\"when\": %d", seconds);
    }

    private static String user(String name) {
        return "\"user\": {\"id\": \"" + name + "\"}";
    }

    private static String uuid(int number) {
        return "\"uuid\": \"t-" + number + "\"";
    }

    private static String object(String... members) {
        return "{" + String.join(", ", members) + "}";
    }
}
