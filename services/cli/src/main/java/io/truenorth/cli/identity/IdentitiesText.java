package io.truenorth.cli.identity;

import io.truenorth.query.IdentitiesReport;
import io.truenorth.query.IdentitiesReport.Link;
import io.truenorth.query.IdentitiesReport.RefusedLink;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report of a customer's identities as text. */
final class IdentitiesText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    private IdentitiesText() {}

    /** The lines of a report. */
    static List<String> of(IdentitiesReport report) {
        IdentitiesText text = new IdentitiesText();
        text.identities(report);
        text.links(report.links());
        text.refusals(report);
        text.apart(report);
        return text.lines;
    }

    private void identities(IdentitiesReport report) {
        int count = report.identities().size();
        lines.add(report.customer() + " is a customer with "
                + (count == 1 ? "one identity" : String.format(Locale.ROOT, "%,d identities", count)));
        if (count > 1) {
            lines.add("");
            report.identities().forEach(identity -> lines.add("  " + identity));
        }
        report.joining().ifPresent(other -> {
            lines.add("");
            lines.add("Is being joined with " + other + ".");
        });
    }

    private void links(List<Link> links) {
        if (!links.isEmpty()) {
            heading("Links");
            links.forEach(link -> entry(link, evidence(link)));
        }
    }

    private void refusals(IdentitiesReport report) {
        if (report.refused() > 0) {
            int shown = report.refusals().size();
            heading(
                    shown < report.refused()
                            ? String.format(
                                    Locale.ROOT, "Refused links: %,d, the first %,d of them", report.refused(), shown)
                            : "Refused links");
            report.refusals()
                    .forEach(refused -> entry(refused.link(), reason(refused) + "; " + evidence(refused.link())));
        }
    }

    private void apart(IdentitiesReport report) {
        if (!report.apart().isEmpty()) {
            heading("Split, and joined again only by truenorth identity link");
            report.apart().forEach(pair -> lines.add("  " + pair.first() + " and " + pair.second()));
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void entry(Link link, String why) {
        lines.add("  " + link.first() + " and " + link.second());
        lines.add("      " + why);
    }

    private static String evidence(Link link) {
        String what = link.byHand()
                ? "request " + link.eventId() + by(link)
                : "event " + link.eventId() + (link.source().isEmpty() ? "" : " of " + link.source());
        return what + ", " + time(link.at());
    }

    private static String by(Link link) {
        return link.source().isEmpty() ? "" : " by " + link.source();
    }

    private static String reason(RefusedLink refused) {
        return switch (refused.reason()) {
            case "UNIQUE_NAMESPACE" -> "both customers have an identity of a namespace of which a person has one";
            case "TOO_MANY_IDENTITIES" -> "together they would have too many identities";
            case "SPLIT" -> "they were split";
            case "SHARED" -> "an identity is linked with so many others that it is no person's";
            default -> refused.reason();
        };
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
