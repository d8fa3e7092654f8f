MVN = ./mvnw

.PHONY: help run test verify format e2e bench micro load images up cluster down manifests reproducible documents

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
	$(MVN) -B verify -pl identity-provider,command-line,end-to-end-tests,hq-service,channel-service -am -Dtest='io.counterpart.endtoend.*Tests' -Dit.test='io.counterpart.endtoend.*' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

bench: ## runs all benchmarks of docs/performance.md on a separate stack: over an hour
	$(MVN) -q -Pbenchmarks spring-boot:run

micro: ## runs the micro-benchmarks of encoding, staging and merging
	$(MVN) -q -Pmicro -pl hq-service -am spring-boot:test-run -Dspring-boot.run.arguments="-f 1 -wi 3 -i 5 -w 1 -r 1"

load: ## creates customers over REST on the running stack
	$(MVN) -q -Pload spring-boot:run

images: ## builds the images of both services
	docker compose build

up: ## starts the system from images, with Grafana at http://127.0.0.1:3000
	docker compose --profile observability up --build --detach --wait

cluster: ## starts three brokers, and two instances of HQ and of a channel service behind a proxy
	docker compose --env-file docker/cluster.env up --build --detach --wait --scale hq=2 --scale channel-harbor=2

down: ## stops what up and cluster started; the data remain
	docker compose --profile observability down
	docker compose --env-file docker/cluster.env down

manifests: ## prints the resources that kubernetes/overlays/production consists of
	kubectl kustomize kubernetes/overlays/production

reproducible: ## builds the jars twice and compares them
	$(MVN) -B -q clean package -DskipTests -pl hq-service,channel-service,command-line -am
	sha256sum */target/*-boot.jar */target/*-all.jar > .reproducible.sha256
	$(MVN) -B -q clean package -DskipTests -pl hq-service,channel-service,command-line -am
	sha256sum --check .reproducible.sha256

documents: ## writes docs/configuration.md again, and checks the links of all documents
	$(MVN) -B test -pl identity-provider,command-line,end-to-end-tests,hq-service,channel-service -am -Dtest='ConfigurationReferenceTests,DocumentationLinksTests' -Dsurefire.failIfNoSpecifiedTests=false -Dconfiguration.write=true
