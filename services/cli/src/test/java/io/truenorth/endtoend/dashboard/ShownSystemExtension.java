package io.truenorth.endtoend.dashboard;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link ShownSystem} as a parameter: one for all test classes of a run, started when the first asks. */
final class ShownSystemExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ShownSystemExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShownSystem.class;
    }

    /** Closed by JUnit with the store that holds it. */
    @Override
    public ShownSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(ShownSystem.class, key -> ShownSystem.start(), ShownSystem.class);
    }
}
