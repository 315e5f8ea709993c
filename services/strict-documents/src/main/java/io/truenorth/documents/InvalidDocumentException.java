package io.truenorth.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used; names everything that is wrong with it, one line each: {@code file:line: path: …}. */
public final class InvalidDocumentException extends RuntimeException {

    private final String document;
    private final transient List<DocumentProblem> problems;

    InvalidDocumentException(String document, List<DocumentProblem> problems) {
        super(problems.stream()
                .map(problem -> Excerpt.visible(place(document, problem) + problem))
                .collect(Collectors.joining("\n")));
        this.document = document;
        this.problems = List.copyOf(problems);
    }

    private static String place(String document, DocumentProblem problem) {
        return problem.line() > 0 ? document + ":" + problem.line() + ": " : document + ": ";
    }

    /** The name of the document, as its reader gave it. */
    public String document() {
        return document;
    }

    /** All problems, at least one, in the order of their lines. */
    public List<DocumentProblem> problems() {
        return problems;
    }
}
