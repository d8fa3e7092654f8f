# syntax=docker/dockerfile:1
# One file for both services: docker build --build-arg MODULE=hq-service .

FROM eclipse-temurin:17-jdk AS build
ARG MODULE
WORKDIR /build
COPY . .
# The cache keeps Maven and the dependencies between builds; nothing of it is in an image.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -pl "${MODULE:?}" -am package -DskipTests \
    && cp "${MODULE}"/target/*-boot.jar application.jar \
    && java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home counterpart
WORKDIR /application
COPY --chmod=755 docker/ready.sh /usr/local/bin/ready
# What changes least comes first, so that a change of our code is a small layer, and the cache below.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# What a start loads and how it runs is kept in the image, so that a container is ready in half the time. Written by a
# start that ends when every part is made; there is no database where an image is built, so it must not ask for one.
RUN java -XX:AOTCacheOutput=application.aot \
    -Dspring.context.exit=onRefresh \
    -Dspring.flyway.enabled=false \
    -Dspring.jpa.hibernate.ddl-auto=none \
    -Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect \
    -Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false \
    -jar application.jar
# glibc keeps memory for every thread that ever asked for some, and ever more of what the compilers gave back.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
USER counterpart
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 CMD ["ready"]
ENTRYPOINT ["java", "-XX:AOTCache=application.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]
