package io.truenorth.gateway.sources.mapping;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.Excerpt;

/** The methods of the requests that sources send. */
public enum RequestMethod {
    /** The payload is in the query. */
    GET,
    /** The payload is in the body. */
    POST;

    /** The method that a node names; {@code POST} where there is none. */
    public static RequestMethod read(DocumentNode node) {
        String name = node.text(POST.name());
        if (!name.equals(GET.name()) && !name.equals(POST.name())) {
            node.problem("expected GET or POST, was " + Excerpt.of(name));
        }
        return name.equals(GET.name()) ? GET : POST;
    }
}
