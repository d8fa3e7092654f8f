MVN = ./mvnw

.PHONY: help run test verify format e2e bench micro load

help: ## what can be made
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: ## PostgreSQL, Kafka, HQ, two channel services, and the guided tour
	$(MVN) -q spring-boot:run

test: ## the quick tests
	$(MVN) -B test

verify: ## everything: quick, integration, end to end, format
	$(MVN) -B verify

format: ## formats Java and the poms
	$(MVN) -B -q spotless:apply

e2e: ## the stories against the whole system only
	$(MVN) -B verify -pl end-to-end-tests -am -Dtest=None -Dit.test='*Scenario' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

bench: ## all measures of docs/performance.md on a stack of its own: over an hour
	$(MVN) -q -Pbenchmarks spring-boot:run

micro: ## the micro-benchmarks of encoding, staging and merging
	$(MVN) -q -Pmicro -pl hq-service -am spring-boot:test-run -Dspring-boot.run.arguments="-f 1 -wi 3 -i 5 -w 1 -r 1"

load: ## customers over REST at the stack that runs
	$(MVN) -q -Pload spring-boot:run
