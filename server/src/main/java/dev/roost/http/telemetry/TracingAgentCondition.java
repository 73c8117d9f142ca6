package dev.roost.http.telemetry;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.reflect.ClassUtils;

/** Holds where OpenTelemetry's agent runs, so that nothing traces, or seems to, without it. */
final class TracingAgentCondition implements Condition {

    @Override
    @SuppressWarnings("rawtypes") // The interface's own signature.
    public boolean matches(ConditionContext context) {
        return ClassUtils.isPresent(
                "io.opentelemetry.javaagent.bootstrap.AgentInitializer",
                context.getBeanContext().getClassLoader());
    }
}
