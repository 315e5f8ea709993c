package io.truenorth.streams.decode;

import io.truenorth.contract.Reference;
import io.truenorth.contract.Touchpoint;
import io.truenorth.identity.MissingValue;
import io.truenorth.schemas.FailureReason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the valid references of a touchpoint. One whose id stands for a missing value is skipped. */
final class TouchpointReferences {
    private static final int MOST = 20;

    private TouchpointReferences() {}

    /**
     * Returns the references as {@code type:id}, each once.
     *
     * @throws RejectedFieldException if there are too many, or one is invalid
     */
    static List<String> of(Touchpoint touchpoint) {
        List<Reference> references = touchpoint.getReferences();
        if (references.isEmpty()) {
            return List.of();
        }
        if (references.size() > MOST) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_REFERENCE,
                    "references",
                    "expected at most " + MOST + ", was " + references.size());
        }
        Set<String> valid = new LinkedHashSet<>();
        for (int i = 0; i < references.size(); i++) {
            if (!MissingValue.is(references.get(i).getId())) {
                valid.add(named(references.get(i), "references[" + i + "]"));
            }
        }
        return List.copyOf(valid);
    }

    private static String named(Reference reference, String path) {
        String type = FieldTexts.beforeColon(FailureReason.INVALID_REFERENCE, path + ".type", reference.getType());
        String id = FieldTexts.identity(path + ".id", reference.getId());
        if (id.isEmpty()) {
            throw new RejectedFieldException(
                    FailureReason.INVALID_REFERENCE, path + ".id", "expected an id, was empty");
        }
        return type + ":" + id;
    }
}
