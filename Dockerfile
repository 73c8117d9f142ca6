# The packaged service, as it was built and tested: ./mvnw package first. Building it in here again would make
# another jar than the tested one, and fetch every library anew.
FROM eclipse-temurin:25-jre-noble

LABEL org.opencontainers.image.title="Roost" \
      org.opencontainers.image.description="Accounts, a product catalogue and a microblog behind one HTTP service" \
      org.opencontainers.image.licenses="Apache-2.0"

# File names that are not ASCII; what OpenTelemetry's agent calls the service; no command line in its spans.
ENV LC_ALL=C.UTF-8 \
    OTEL_SERVICE_NAME=roost \
    OTEL_RESOURCE_DISABLED_KEYS=process.command_args

WORKDIR /app

# What changes seldom first: a new version of the service is one small layer.
COPY server/target/otel/ /app/otel/
COPY server/target/lib/ /app/libs/
COPY server/target/server-*.jar /app/classpath/

USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-cp", "/app/classpath/*:/app/libs/*", "dev.roost.Application"]
