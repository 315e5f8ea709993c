package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.ReceiptReport.Place;
import io.truenorth.cli.privacy.ReceiptReport.Purposes;
import io.truenorth.schemas.RemovalDate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A receipt as text. */
final class ReceiptText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReceiptText() {}

    /** A moment in words. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** The lines of a receipt. */
    static List<String> of(ReceiptReport receipt) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(receipt));
        receipt.laterEvents().ifPresent(choice -> lines.add(laterEvents(choice)));
        if (isWithdrawalOfScoring(receipt)) {
            lines.add(
                    "What was stored of the customer is deleted, unless streams.consent.afterWithdrawal is keep; what is on"
                            + " topics stays until their retention ends.");
        }
        if (!receipt.places().isEmpty()) {
            lines.add("");
            lines.addAll(table(receipt.places()));
        }
        receipt.goneBy().ifPresent(date -> {
            lines.add("");
            lines.add((isNever(date) ? "A place keeps traces without limit" : "The last trace is gone by " + time(date))
                    + ". Look: truenorth privacy verify --receipt " + receipt.requestId());
        });
        return lines;
    }

    private static String headline(ReceiptReport receipt) {
        int count = receipt.identities().size();
        String identities = count == 1 ? "one identity" : count + " identities";
        String what = switch (receipt.outcome()) {
            case "erased" -> "erased a customer with " + identities;
            case "nothing_known" ->
                "nothing was known of the identity; it is suppressed, so that older events bring nothing back";
            case "consent_set" -> "set consent: " + purposes(receipt.consent());
            case "consent_outdated" -> "nothing changed: a later consent of the identity is known, which stays";
            default -> receipt.outcome();
        };
        return "request " + receipt.requestId() + ": " + what + " (" + time(receipt.executedAt()) + by(receipt) + ")";
    }

    private static String by(ReceiptReport receipt) {
        return receipt.requestedBy().isEmpty() ? "" : ", asked for by " + receipt.requestedBy();
    }

    private static String laterEvents(String choice) {
        return choice.equals("drop")
                ? "Later events are dropped too, as requested, or as consent to scoring had been withdrawn."
                : "Events that occur later begin a new relationship.";
    }

    private static boolean isWithdrawalOfScoring(ReceiptReport receipt) {
        return receipt.outcome().equals("consent_set")
                && receipt.consent()
                        .flatMap(Purposes::scoring)
                        .filter(given -> !given)
                        .isPresent();
    }

    private static String purposes(Optional<Purposes> consent) {
        List<String> set = new ArrayList<>();
        consent.flatMap(Purposes::scoring).ifPresent(given -> set.add("scoring " + word(given)));
        consent.flatMap(Purposes::activation).ifPresent(given -> set.add("activation " + word(given)));
        return String.join(", ", set);
    }

    private static String word(boolean given) {
        return given ? "given" : "withdrawn";
    }

    private static List<String> table(List<Place> places) {
        int width =
                places.stream().mapToInt(place -> place.place().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(row(width, "place", "what was done", "gone by"));
        places.forEach(place -> lines.add(row(width, place.place(), action(place.action()), goneBy(place.goneBy()))));
        return lines;
    }

    private static String goneBy(Instant date) {
        return isNever(date) ? "kept without limit" : time(date);
    }

    private static boolean isNever(Instant date) {
        return RemovalDate.isNever(date.toEpochMilli());
    }

    private static String row(int width, String place, String action, String goneBy) {
        return String.format(Locale.ROOT, "  %-" + Math.max(width, 5) + "s  %-21s  %s", place, action, goneBy);
    }

    private static String action(String action) {
        return switch (action) {
            case "removed" -> "deleted";
            case "tombstone" -> "deleted by tombstone";
            case "expires" -> "expires by retention";
            default -> action;
        };
    }
}
