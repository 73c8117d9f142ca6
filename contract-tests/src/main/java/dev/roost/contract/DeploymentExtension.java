package dev.roost.contract;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one deployment that they are about, and holds all that it answered against the contract's document. */
final class DeploymentExtension implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return deployment(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        deployment(context).requireNoBreach();
    }

    private static Deployment deployment(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(DeploymentExtension.class))
                .getOrComputeIfAbsent(
                        Deployment.class,
                        type -> new Deployment(context.getConfigurationParameter(ContractTests.BASE_URL)
                                .orElseThrow()),
                        Deployment.class);
    }
}
