package io.truenorth.relationship.model;

/**
 * One thing that is wrong with a model.
 *
 * @param path where: names separated by dots, from the model's root; empty for the whole
 * @param message what was expected and what was found
 */
public record ModelViolation(String path, String message) {

    /** The same problem, seen from one level further up. */
    public ModelViolation under(String parent) {
        return new ModelViolation(path.isEmpty() ? parent : parent + "." + path, message);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
