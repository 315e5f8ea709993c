package io.truenorth.documents;

/**
 * One thing that is wrong with a document.
 *
 * @param line where, counted from 1; 0 where no line is to blame
 * @param path where: names separated by dots, from the document's root; empty for the whole
 * @param message what was expected and what was found
 */
public record DocumentProblem(int line, String path, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
