# The server in a container: nothing but a Java runtime, the C library and the server, as an unprivileged user.
#
#   docker build -t fertivision-server .
#   docker run --read-only --tmpfs /tmp -v fertivision:/data -p 8080:8080 -e DATABASE_URL -e FERTIVISION_PEPPER fertivision-server
#
# The layout is put together by fertivision-server/src/main/container/assemble, and tried without an engine by
# fertivision-server/src/test/container/run.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN mvn -B -Dmaven.test.skip -Dcyclonedx.skip -Djacoco.skip -Dassembly.skipAssembly -pl fertivision-server -am package \
    && JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")") \
       fertivision-server/src/main/container/assemble /root-of-container

FROM scratch
COPY --from=build /root-of-container /
USER 65532:65532
ENV FERTIVISION_HOST=0.0.0.0 FERTIVISION_DATA=/data LANG=C.UTF-8
EXPOSE 8080
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/java/bin/java", "-XX:MaxRAMPercentage=30", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.awt.headless=true", "-Dfertivision.home=/app", "-cp", "/app/lib/*", "org.fertivision.server.Main"]
