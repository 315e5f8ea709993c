package io.truenorth.relationship.model;

/**
 * One violation in a model.
 *
 * @param path the location: names separated by dots, from the model's root; empty for the whole model
 * @param message what was expected and what was found
 */
public record ModelViolation(String path, String message) {

    /** Returns the same problem with its path prefixed by a parent. */
    public ModelViolation under(String parent) {
        return new ModelViolation(path.isEmpty() ? parent : parent + "." + path, message);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
