# Makes the topics that are not there yet. Three copies, of which two acknowledge: a broker may be
# away, and what was acknowledged survives the loss of another.
set -euo pipefail

# the tools are given what to log in with as a file; an empty one for a Kafka that asks for nothing
properties=/run/telephony/client.properties

create() {
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" \
        --command-config "$properties" --create --if-not-exists \
        --replication-factor 3 --config min.insync.replicas=2 "$@"
}

# a week, so that a weekend's outage of the database loses nothing, and the topic can be replayed
create --topic call-events --partitions 6 --config retention.ms=604800000
create --topic dialogue-starts --partitions 6 --config retention.ms=604800000
create --topic call-overdue --partitions 6 --config retention.ms=604800000
# a dead letter stays until somebody has dealt with it
create --topic call-events-dlq --partitions 1 --config retention.ms=-1
