# syntax=docker/dockerfile:1
# One file for both services: docker build --build-arg MODULE=hq-service .

FROM eclipse-temurin:17-jdk AS build
ARG MODULE
WORKDIR /build
COPY . .
# The cache retains Maven and the dependencies between builds; it is not part of an image.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -pl "${MODULE:?}" -am package -DskipTests \
    && cp "${MODULE}"/target/*-boot.jar application.jar \
    && java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home counterpart
WORKDIR /application
COPY --chmod=755 docker/ready.sh /usr/local/bin/ready
# The layers that change least come first, so that a code change affects only a small layer and the AOT cache below.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# The AOT cache of a start is stored in the image, so that a container is ready in half the time. It is written by a
# start that ends when all beans are created; no database is available during the build, so that start must not use one.
RUN java -XX:AOTCacheOutput=application.aot \
    -Dspring.context.exit=onRefresh \
    -Dspring.flyway.enabled=false \
    -Dspring.jpa.hibernate.ddl-auto=none \
    -Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -jar application.jar
# By default, glibc retains memory for every thread that ever allocated some, and a growing share of what the JIT
# compilers freed.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
USER counterpart
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 CMD ["ready"]
ENTRYPOINT ["java", "-XX:AOTCache=application.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]
