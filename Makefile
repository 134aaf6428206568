# One front door. `make` lists the words.
.PHONY: help build test check check-samples fix run bench clean

help: ## list the words
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST)

build: ## compile and package, without tests
	./mvnw -q -DskipTests package

test: ## all tests and checks
	./mvnw verify

check: ## format and static checks, without tests
	./mvnw -q -Pbenchmarks -DskipTests verify -Djacoco.skip

SAMPLES ?= ../shared/pricing/samples
check-samples: ## the price sources on answers recorded from the providers (SAMPLES=FOLDER)
	.ci/check-samples '$(SAMPLES)'

fix: ## format the sources
	./mvnw -q spotless:apply

run: ## run the service
	./optimizer serve

bench: ## benchmarks on one core (a quarter of an hour)
	./mvnw -q -Pbenchmarks -DskipTests -Djacoco.skip package -pl benchmarks -am
	. ./.mvn/find-jdk.sh && find_jdk 25 && "$$JAVA_HOME/bin/java" -cp 'benchmarks/target/lib/*' org.openjdk.jmh.Main

clean: ## remove what was built
	./mvnw -q clean
