#!/usr/bin/env bash
#
# Builds the images where no container registry can be reached, under their upstream names behind `local/`: out of what
# Maven packaged, artifacts from Maven Central, and this machine's own Java and tools.
#
#   offline.sh                 everything
#   offline.sh PART …          of: broker registry truenorth prometheus
#
# The versions are those of ../compose/.env. Grafana is neither in Maven Central nor in Debian: there is no image of it.
# Needs Docker, Maven, a JDK 17 and for the registry one of 21 or newer (JAVA21_HOME, or one below /usr/lib/jvm).

set -euo pipefail

readonly PREFIX=local/
readonly NEWER_JAVA=21

fail() {
  echo "offline.sh: $1" >&2
  exit 1
}

fail_unpackaged() {
  fail "nothing is packaged yet: mvn -DskipTests -pl deploy/images -am package"
}

feature_of() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2> /dev/null
}

newer_jdk() {
  local jdk feature
  for jdk in ${JAVA21_HOME:+"$JAVA21_HOME"} /usr/lib/jvm/*; do
    feature="$(feature_of "$jdk")"
    if [[ "${feature:-0}" -ge "$NEWER_JAVA" && -x "$jdk/bin/java" ]]; then
      echo "$jdk"
      return
    fi
  done
  fail "the registry needs a JDK $NEWER_JAVA or newer; set JAVA21_HOME to one."
}

this_jdk() {
  local java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  dirname "$(dirname "$(readlink -f "$(command -v "$java")")")"
}

# The base image of a JDK, made once. Prints its name.
jre_of() {
  local tag
  tag="${PREFIX}eclipse-temurin:$(feature_of "$1")-jre"
  docker image inspect "$tag" > /dev/null 2>&1 || offline/base-image.sh "$tag" java "$1"
  echo "$tag"
}

# build TAG DIRECTORY [NAME=BASE]
build() {
  echo "offline.sh: $1"
  docker build -q -t "$1" --build-arg "$3" "$2" > /dev/null
}

# With the broker of ours that docs/adr/0012 is about, in place of kafka.Kafka.
build_broker() {
  local ours=../../services/embedded/target
  [[ -f $ours/embedded-$TRUENORTH_VERSION.jar ]] || fail_unpackaged
  mvn -q -B -f offline/kafka/pom.xml dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=target/lib -Dmdep.prependGroupId=false
  cp "$ours/embedded-$TRUENORTH_VERSION.jar" offline/kafka/target/lib/
  build "${PREFIX}apache/kafka:$KAFKA_VERSION" offline/kafka "JRE=$(jre_of "$(this_jdk)")"
}

build_registry() {
  local target=offline/registry/target jdk
  jdk="$(newer_jdk)"
  if [[ ! -d "$target/registry" ]]; then
    # An old version of the plugin, as the artifact's parent pom is not on Maven Central and newer ones want to read it.
    mvn -q -B -N -f offline/kafka/pom.xml org.apache.maven.plugins:maven-dependency-plugin:2.10:copy \
      -Dartifact="io.apicurio:apicurio-registry-app:$APICURIO_VERSION:tar.gz:all" \
      -DoutputDirectory="$PWD/$target" -Dmdep.useBaseVersion=true
    mkdir "$target/unpacked"
    tar -xzf "$target"/apicurio-registry-app-*.tar.gz -C "$target/unpacked"
    rm "$target"/apicurio-registry-app-*.tar.gz
    mv "$target/unpacked" "$target/registry"
  fi
  build "${PREFIX}apicurio/apicurio-registry:$APICURIO_VERSION" offline/registry "JRE=$(jre_of "$jdk")"
}

build_truenorth() {
  [[ -d target/app ]] || fail_unpackaged
  build "${PREFIX}truenorth/truenorth:$TRUENORTH_VERSION" . "JRE=$(jre_of "$(this_jdk)")"
}

build_prometheus() {
  local package=offline/prometheus/target
  rm -rf "$package"
  mkdir -p "$package"
  (cd "$package" && apt-get -qq -o APT::Sandbox::User=root download prometheus && dpkg -x prometheus_*.deb .)
  offline/base-image.sh "${PREFIX}prometheus-base" program "$package/usr/bin/prometheus" "$package/usr/bin/promtool"
  build "${PREFIX}prom/prometheus:$PROMETHEUS_VERSION" offline/prometheus "BASE=${PREFIX}prometheus-base"
}

cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source-path=SCRIPTDIR source=../compose/.env
source ../compose/.env

docker version > /dev/null || fail "no Docker engine answers."
if [[ $# == 0 ]]; then
  set -- broker registry truenorth prometheus
fi
for part in "$@"; do
  case "$part" in
    broker | registry | truenorth | prometheus) "build_$part" ;;
    *) fail "expected broker, registry, truenorth or prometheus, was '$part'." ;;
  esac
done
