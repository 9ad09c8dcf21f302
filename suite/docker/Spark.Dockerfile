# The driver of --cluster k8s://…, with Spark's own image below it; executors take that image as it is, since
# noisemark's jars come to them from the driver. From the top folder of a checkout:
#
#   docker build -f suite/docker/Spark.Dockerfile -t noisemark-spark .
ARG SPARK=apache/spark:4.1.3-scala2.13-java17-ubuntu
FROM eclipse-temurin:17-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN git config --system --add safe.directory /build \
 && ./mvnw -q -B -Pdist -DskipTests -Dspotless.check.skip=true -pl suite,suite/spark -am package \
 && mkdir /opt/noisemark \
 && tar -xzf suite/target/noisemark-*.tar.gz -C /opt/noisemark --strip-components=1 \
 && mkdir /opt/noisemark/lib/spark \
 && cp suite/target/launcher/*/spark/*.jar suite/target/launcher/*/spark/options /opt/noisemark/lib/spark/ \
# What executors are sent: all but the logging, which is Spark's.
 && ls /opt/noisemark/lib/*.jar /opt/noisemark/lib/spark/*.jar | grep -v /slf4j- | paste -sd, >/opt/noisemark/lib/spark/jars

FROM ${SPARK}
USER root
COPY --from=build /opt/noisemark /opt/noisemark
RUN ln -s /opt/noisemark/bin/noisemark /usr/local/bin/noisemark && mkdir -p -m 1777 /results
ENV SPARK_HOME=/opt/spark
WORKDIR /results
USER spark
ENTRYPOINT ["noisemark"]
CMD ["--help"]
