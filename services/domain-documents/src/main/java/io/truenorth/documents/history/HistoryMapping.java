package io.truenorth.documents.history;

import io.truenorth.documents.history.ConsentColumns.ConsentRule;
import io.truenorth.documents.history.FieldRules.CustomerRule;
import io.truenorth.documents.history.FieldRules.MoneyColumn;
import io.truenorth.documents.history.FieldRules.TimeRule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the lines of a history are to be understood: which column holds what, and how it is written there. Either the {@link
 * #canonical} form or one that a {@link HistoryMappingDocument} describes.
 */
public final class HistoryMapping {

    private final String name;
    private final FileForm form;
    private final FieldRules rules;
    private final Set<String> optional;

    private HistoryMapping(String name, FileForm form, FieldRules rules, Set<String> optional) {
        this.name = name;
        this.form = form;
        this.rules = rules;
        this.optional = optional;
    }

    /** What a retraction does without. */
    private static final Set<String> DESCRIBING = Set.of("channel", "kind", "direction");

    private static final String RETRACTS = "retracts";
    private static final String CONSENT_SCORING = "consent.scoring";
    private static final String CONSENT_ACTIVATION = "consent.activation";

    /**
     * The columns {@code customer,ts,channel,kind,direction,sentiment,value,subject,id,retracts,revision} and {@code
     * consent.scoring,consent.activation} in any order, of which those from {@code sentiment} on may be missing, and with {@code retracts} all but the first two; {@code ts} in epoch seconds, {@code value} in
     * major units.
     */
    public static HistoryMapping canonical() {
        FieldRules rules = new FieldRules(
                new TimeRule(List.of("ts"), TimeFormat.epochSeconds()),
                new CustomerRule(new HistoryTextRule.Column("customer"), List.of(), Optional.empty(), false),
                List.of(),
                new HistoryTextRule.Column("channel"),
                new HistoryTextRule.Column("kind"),
                new HistoryTextRule.Column("direction"),
                new HistoryTextRule.Column("sentiment"),
                Optional.empty(),
                NumberForm.STANDARD,
                new MoneyColumn(new HistoryTextRule.Column("value"), false, Optional.empty(), Map.of()),
                new HistoryTextRule.Column("subject"),
                new HistoryTextRule.Column("id"),
                new HistoryTextRule.Column(RETRACTS),
                new HistoryTextRule.Column("revision"),
                Map.of(),
                new ConsentRule(
                        new HistoryTextRule.Column(CONSENT_SCORING), new HistoryTextRule.Column(CONSENT_ACTIVATION)));
        return new HistoryMapping(
                "",
                FileForm.STANDARD,
                rules,
                Set.of(
                        "sentiment",
                        "value",
                        "subject",
                        "id",
                        RETRACTS,
                        "revision",
                        CONSENT_SCORING,
                        CONSENT_ACTIVATION));
    }

    /** What a document describes: every column it names must be there, and others are nobody's business. */
    static HistoryMapping described(String document, FileForm form, FieldRules rules) {
        return new HistoryMapping(document, form, rules, Set.of());
    }

    boolean isCanonical() {
        return name.isEmpty();
    }

    /** The document's name; empty for the canonical form. */
    String name() {
        return name;
    }

    FileForm form() {
        return form;
    }

    char separator() {
        return form.separator();
    }

    /** The namespaces of the identities that the mapping names; empty if it names a customer without one. */
    public Set<String> namespaces() {
        return rules.customer().identities().stream()
                .map(FieldRules.IdentityColumn::namespace)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    FieldRules rules() {
        return rules;
    }

    /** Every column that is read. */
    Set<String> columns() {
        return rules.columns().keySet();
    }

    /** The columns that are true or false. */
    Set<String> flags() {
        return rules.consent().columns();
    }

    /** The columns that a file with this header must have. */
    Set<String> requiredColumns(Collection<String> header) {
        Set<String> required = new LinkedHashSet<>(columns());
        required.removeAll(optional);
        if (isCanonical() && header.contains(RETRACTS)) {
            required.removeAll(DESCRIBING);
        }
        return required;
    }
}
