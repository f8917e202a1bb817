package io.switchboard.connector.testkit;

import io.switchboard.connector.fake.FakeProvider.Defect;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the defect of the configuration parameter {@code fake.defect} to the test class. */
final class ChosenDefect implements ParameterResolver {

    static final String PARAMETER = "fake.defect";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Defect.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER, Defect::valueOf).orElse(Defect.NONE);
    }
}
