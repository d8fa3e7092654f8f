MVN = ./mvnw

.PHONY: help run test verify format e2e bench micro load

help: ## lists the targets
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## starts PostgreSQL, Kafka, HQ and two channel services, and runs the guided tour
	$(MVN) -q spring-boot:run

test: ## runs the quick tests
	$(MVN) -B test

verify: ## runs all tests and checks the format, as CI does
	$(MVN) -B verify

format: ## formats Java and the poms
	$(MVN) -B -q spotless:apply

e2e: ## runs the end-to-end scenarios only
	$(MVN) -B verify -pl end-to-end-tests -am -Dtest=None -Dit.test='*Scenario' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

bench: ## runs all benchmarks of docs/performance.md on a separate stack: over an hour
	$(MVN) -q -Pbenchmarks spring-boot:run

micro: ## runs the micro-benchmarks of encoding, staging and merging
	$(MVN) -q -Pmicro -pl hq-service -am spring-boot:test-run -Dspring-boot.run.arguments="-f 1 -wi 3 -i 5 -w 1 -r 1"

load: ## creates customers over REST on the running stack
	$(MVN) -q -Pload spring-boot:run
