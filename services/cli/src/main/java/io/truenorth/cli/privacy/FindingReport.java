package io.truenorth.cli.privacy;

import io.truenorth.cli.privacy.trace.Allowance.Evaluation;
import io.truenorth.cli.privacy.trace.Allowance.Judgement;
import io.truenorth.cli.privacy.trace.Finding;
import io.truenorth.cli.privacy.trace.Trace.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finding as JSON.
 *
 * @param type {@code finding}
 * @param place the topic or the file
 * @param position partition and offset, or the position in the file
 * @param parts the parts of the record that have it
 * @param identity the identity; its hash if only that is known
 * @param form {@code plain}, {@code hashed}, or {@code value} without a namespace
 * @param at the time of the record, or of the last change of the file
 * @param goneBy when it is removed; left out if nothing removes it, or nobody knows
 * @param judgement {@code allowed}, {@code new_relationship}, {@code overdue}, {@code violation} or {@code not_erased}
 * @param why in a few words
 */
record FindingReport(
        String type,
        String place,
        String position,
        List<String> parts,
        String identity,
        Form form,
        Optional<Instant> at,
        Optional<Instant> goneBy,
        Judgement judgement,
        String why) {

    static FindingReport of(Finding finding, Evaluation status) {
        return new FindingReport(
                "finding",
                finding.place(),
                finding.position(),
                finding.parts(),
                finding.trace().identity(),
                finding.trace().form(),
                finding.at(),
                status.removal(),
                status.judgement(),
                status.why());
    }

    /** The finding as a line of text. */
    String line() {
        String what = switch (form) {
            case PLAIN -> identity;
            case HASHED -> "the hash of " + identity;
            case VALUE -> "the value of " + identity;
        };
        return (judgement.isAllowed() ? "  " : "! ") + place + " "
                + position + ": " + what + " in " + String.join(", ", parts)
                + at.map(moment -> ", of " + ReceiptText.time(moment)).orElse("") + "; " + why
                + goneBy.map(date -> ", gone by " + ReceiptText.time(date)).orElse("");
    }
}
