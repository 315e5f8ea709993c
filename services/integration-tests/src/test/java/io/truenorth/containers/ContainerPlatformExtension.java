package io.truenorth.containers;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link ContainerPlatform} of one broker as a parameter: one for all classes of a run. Tests share its topics
 * and groups, so each has a deployment under a prefix of its own.
 */
final class ContainerPlatformExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ContainerPlatformExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ContainerPlatform.class;
    }

    /** JUnit closes it with the store that holds it. */
    @Override
    public ContainerPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        ContainerPlatform.class, key -> ContainerPlatform.ofBrokers(1), ContainerPlatform.class);
    }
}
