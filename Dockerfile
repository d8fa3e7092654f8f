# syntax=docker/dockerfile:1
# One file for both services: docker build --build-arg MODULE=hq-service .

FROM eclipse-temurin:17.0.19_10-jdk AS build
ARG MODULE
# The time of the commit in ISO 8601. With it, two builds of one commit make the same jar; without it, the pom has one.
ARG SOURCE_TIME
WORKDIR /build
# Only what .dockerignore admits: poms and main sources.
COPY . .
# The cache retains Maven and the dependencies between builds; it is not part of an image.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -pl "${MODULE:?}" -am package -DskipTests ${SOURCE_TIME:+-Dproject.build.outputTimestamp=$SOURCE_TIME} \
    && cp "${MODULE}"/target/*-boot.jar application.jar \
    && cp "${MODULE}"/target/classes/META-INF/sbom/application.cdx.json sbom.cdx.json \
    && java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:25.0.3_9-jre@sha256:d0eb1b9018b3044da1b7346f39e945f71095749853d69a3aa16b8c99dad9bb45
ARG MODULE
ARG VERSION=local
ARG REVISION=unknown
LABEL org.opencontainers.image.title="counterpart/${MODULE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 counterpart \
    && useradd --system --uid 10001 --gid 10001 --no-create-home counterpart
WORKDIR /application
COPY --chmod=755 docker/ready.sh /usr/local/bin/ready
# The layers that change least come first, so that a code change affects only a small layer and the AOT cache below.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
COPY --from=build /build/sbom.cdx.json ./
# The AOT cache of a start is stored in the image, so that a container is ready in half the time. It is written by a
# start that ends when all beans are created; no database is available during the build, so that start must not use one.
RUN java -XX:AOTCacheOutput=application.aot \
    -Dspring.context.exit=onRefresh \
    -Dspring.flyway.enabled=false \
    -Dspring.jpa.hibernate.ddl-auto=none \
    -Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -jar application.jar
# The ports of both services in a container. By default, glibc retains memory for every thread that ever allocated some,
# and a growing share of what the JIT compilers freed.
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9080 MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
EXPOSE 8080 9080
# A number: Kubernetes cannot tell whether a name is root.
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 CMD ["ready"]
# The objects of the AOT cache have to fit into the initial heap. Half of the memory is for everything but the heap. The
# logs are JSON if so configured, which lines about the AOT cache would break. An address is looked up again after two
# seconds, so that requests follow an instance that was replaced.
ENTRYPOINT ["java", "-XX:AOTCache=application.aot", "-Xlog:aot*=off", "-XX:InitialRAMPercentage=25", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.inetaddr.ttl=2", "-jar", "application.jar"]
