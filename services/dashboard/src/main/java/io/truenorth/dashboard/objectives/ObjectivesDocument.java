package io.truenorth.dashboard.objectives;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.schemas.ScopeNames;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads objectives from YAML. What a child does not say about metric and dates it takes from its parent.
 *
 * <pre>
 * objectives:
 *   - id: company
 *     name: Advocates lead our growth
 *     metric: index
 *     target: 40
 *     from: 2026-01-01
 *     due: 2026-12-31
 *     children:
 *       - {id: north, name: North, scope: region=north, target: 45}
 * </pre>
 */
public final class ObjectivesDocument {
    private static final LocalDate FIRST = LocalDate.EPOCH;

    private final Set<String> ids = new HashSet<>();

    private ObjectivesDocument() {}

    /**
     * The objectives of a document.
     *
     * @throws io.truenorth.documents.InvalidDocumentException naming everything that is wrong with it
     */
    public static List<Objective> read(Document document) {
        return document.read(root -> new ObjectivesDocument()
                .list(
                        root.section().required("objectives"),
                        new Objective(
                                "",
                                "",
                                "",
                                ScopeNames.ALL,
                                Metric.INDEX,
                                0,
                                OptionalDouble.empty(),
                                FIRST,
                                FIRST,
                                List.of())));
    }

    private List<Objective> list(DocumentNode node, Objective parent) {
        List<Objective> objectives = new ArrayList<>();
        node.list().forEach(entry -> objectives.add(objective(entry, parent)));
        return objectives;
    }

    private Objective objective(DocumentNode node, Objective parent) {
        DocumentSection section = node.section();
        String id = section.required("id").text("");
        if (!ids.add(id)) {
            section.at("id").problem("expected an id of its own, '" + id + "' is there twice");
        }
        DocumentNode due = section.at("due");
        Objective read = new Objective(
                id,
                section.required("name").text(id),
                section.at("owner").text(parent.owner()),
                scope(section.at("scope"), parent),
                section.at("metric").oneOf(Metric.class, parent.metric()),
                section.required("target").number(0),
                baseline(section.at("baseline")),
                date(section.at("from"), parent.from()),
                date(due, parent.due()),
                List.of());
        if (!read.due().isAfter(read.from())) {
            due.problem("expected a day after from (" + read.from() + "), was " + read.due());
        }
        return new Objective(
                id,
                read.name(),
                read.owner(),
                read.scope(),
                read.metric(),
                read.target(),
                read.baseline(),
                read.from(),
                read.due(),
                list(section.at("children"), read));
    }

    private static String scope(DocumentNode node, Objective parent) {
        String scope = node.text(parent.scope());
        if (!scope.equals(ScopeNames.ALL) && !scope.matches("(?!channel=|product=)[^=]+=.+")) {
            node.problem("expected all or attribute=value, such as region=north, was '" + scope + "'");
        }
        return scope;
    }

    private static OptionalDouble baseline(DocumentNode node) {
        return node.isPresent() ? OptionalDouble.of(node.number(0)) : OptionalDouble.empty();
    }

    private static LocalDate date(DocumentNode node, LocalDate otherwise) {
        String text = node.text(otherwise.toString());
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            node.problem("expected a day such as 2026-12-31, was '" + text + "'");
            return otherwise;
        }
    }
}
