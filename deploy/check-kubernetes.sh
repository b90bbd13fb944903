#!/bin/sh
# Renders the Kubernetes files and checks what a cluster would say only when it is too late: that
# every reference resolves, and that every container is bounded, watched and without rights.
#
#   deploy/check-kubernetes.sh [OVERLAY]
#
# Needs kubectl (1.20 or later) and no cluster. Exit code: 0 all is well, 1 problems are listed.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
overlay=${1:-$here/kubernetes/overlays/example}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# no configuration of the person's own: nothing here is about a cluster
export KUBECONFIG=/dev/null

if ! kubectl kustomize "$overlay" >"$work/rendered.yaml" 2>"$work/log"; then
    cat "$work/log" >&2
    exit 1
fi

# One line a fact: kind, name, what, value. "label" changes nothing that is asked for; it is what
# reads objects of any kind without a cluster.
cat >"$work/facts" <<'TEMPLATE'
{{- $o := printf "%s\t%s" .kind .metadata.name}}
{{- printf "%s\tobject\t%s\n" $o .apiVersion}}
{{- range $key, $value := .data}}{{printf "%s\tkey\t%s\n" $o $key}}{{end}}
{{- if eq .kind "ConfigMap"}}
{{- with index .data "SHUTDOWN_TIMEOUT"}}{{printf "%s\tshutdown\t%s\n" $o .}}{{end}}
{{- with index .data "topics.sh"}}{{printf "%s\tscript\t%q\n" $o .}}{{end}}
{{- end}}
{{- if or (eq .kind "Deployment") (eq .kind "StatefulSet") (eq .kind "Job")}}
{{- if .spec.serviceName}}{{printf "%s\tneeds-service\t%s\n" $o .spec.serviceName}}{{end}}
{{- range .spec.volumeClaimTemplates}}{{printf "%s\tvolume\t%s\n" $o .metadata.name}}{{end}}
{{- range $k, $v := .spec.selector.matchLabels}}{{printf "%s\tselects\t%s=%s\n" $o $k $v}}{{end}}
{{- range $k, $v := .spec.template.metadata.labels}}{{printf "%s\tlabel\t%s=%s\n" $o $k $v}}{{end}}
{{- with .spec.template.spec}}
{{- printf "%s\ttoken\t%v\n" $o .automountServiceAccountToken}}
{{- with .serviceAccountName}}{{printf "%s\tneeds-account\t%s\n" $o .}}{{end}}
{{- with .terminationGracePeriodSeconds}}{{printf "%s\tgrace\t%v\n" $o .}}{{end}}
{{- printf "%s\tpod-non-root\t%v\n" $o .securityContext.runAsNonRoot}}
{{- printf "%s\tpod-seccomp\t%v\n" $o .securityContext.seccompProfile.type}}
{{- range .volumes}}{{printf "%s\tvolume\t%s\n" $o .name}}
{{- with .secret}}{{printf "%s\tneeds-secret\t%s\n" $o .secretName}}{{end}}
{{- with .configMap}}{{printf "%s\tneeds-config\t%s\n" $o .name}}{{end}}
{{- end}}
{{- range .containers}}{{$c := .name}}
{{- printf "%s\tcontainer\t%s\n" $o $c}}
{{- printf "%s\timage\t%s\n" $o .image}}
{{- range .ports}}{{printf "%s\tport\t%s\n" $o .name}}{{end}}
{{- range .envFrom}}{{with .configMapRef}}{{printf "%s\tneeds-config\t%s\n" $o .name}}{{end}}
{{- with .secretRef}}{{printf "%s\tneeds-secret\t%s\n" $o .name}}{{end}}{{end}}
{{- range .env}}{{if .value}}{{printf "%s\tenv\t%s=%s\n" $o .name .value}}{{end}}
{{- with .valueFrom}}{{with .secretKeyRef}}{{printf "%s\tneeds-key\tSecret %s %s\n" $o .name .key}}{{end}}
{{- with .configMapKeyRef}}{{printf "%s\tneeds-key\tConfigMap %s %s\n" $o .name .key}}{{end}}{{end}}{{end}}
{{- range .volumeMounts}}{{printf "%s\tmount\t%s %s\n" $o .name .mountPath}}{{end}}
{{- with .startupProbe}}{{printf "%s\tprobe\tstartup %s %v\n" $o .httpGet.path .httpGet.port}}{{end}}
{{- with .livenessProbe}}{{printf "%s\tprobe\tliveness %s %v\n" $o .httpGet.path .httpGet.port}}{{end}}
{{- with .readinessProbe}}{{printf "%s\tprobe\treadiness %s %v\n" $o .httpGet.path .httpGet.port}}{{end}}
{{- with .lifecycle}}{{range .preStop.exec.command}}{{printf "%s\tpre-stop\t%s\n" $o .}}{{end}}{{end}}
{{- printf "%s\tmemory-limit\t%v\n" $o .resources.limits.memory}}
{{- printf "%s\tmemory-request\t%v\n" $o .resources.requests.memory}}
{{- printf "%s\tcpu-request\t%v\n" $o .resources.requests.cpu}}
{{- printf "%s\tnon-root\t%v\n" $o .securityContext.runAsNonRoot}}
{{- printf "%s\tread-only\t%v\n" $o .securityContext.readOnlyRootFilesystem}}
{{- printf "%s\tescalation\t%v\n" $o .securityContext.allowPrivilegeEscalation}}
{{- range .securityContext.capabilities.drop}}{{printf "%s\tdrops\t%s\n" $o .}}{{end}}
{{- end}}{{end}}{{end}}
{{- if eq .kind "Service"}}
{{- range $k, $v := .spec.selector}}{{printf "%s\twants-pod\t%s=%s\n" $o $k $v}}{{end}}
{{- range .spec.ports}}{{printf "%s\tport\t%s\n" $o .name}}{{printf "%s\twants-port\t%v\n" $o .targetPort}}{{end}}
{{- end}}
{{- if or (eq .kind "PodDisruptionBudget") (eq .kind "PodMonitor")}}
{{- range $k, $v := .spec.selector.matchLabels}}{{printf "%s\twants-pod\t%s=%s\n" $o $k $v}}{{end}}
{{- range .spec.podMetricsEndpoints}}{{printf "%s\twants-port\t%s\n" $o .port}}
{{- with .authorization.credentials}}{{printf "%s\tneeds-key\tSecret %s %s\n" $o .name .key}}{{end}}{{end}}
{{- end}}
{{- if eq .kind "NetworkPolicy"}}
{{- range $k, $v := .spec.podSelector.matchLabels}}{{printf "%s\twants-pod\t%s=%s\n" $o $k $v}}{{end}}
{{- if not .spec.podSelector}}{{printf "%s\tfor-all\t%v\n" $o .spec.policyTypes}}{{end}}
{{- $from := "anywhere"}}
{{- range .spec.ingress}}{{$rule := .}}{{range .ports}}{{printf "%s\tlets-in\t%v %s\n" $o .port (or (and $rule.from "some") "anybody")}}{{end}}{{end}}
{{- range .spec.egress}}{{range .ports}}{{printf "%s\tlets-out\t%v\n" $o .port}}{{end}}{{end}}
{{- end}}
{{- if eq .kind "Ingress"}}
{{- range .spec.rules}}{{range .http.paths}}{{with .backend.service}}{{printf "%s\tneeds-service-port\t%s %s\n" $o .name .port.name}}{{end}}{{end}}{{end}}
{{- end}}
{{- if eq .kind "ScaledObject"}}
{{- printf "%s\tneeds-deployment\t%s\n" $o .spec.scaleTargetRef.name}}
{{- printf "%s\tmost\t%v\n" $o .spec.maxReplicaCount}}
{{- range .spec.triggers}}{{printf "%s\ttrigger\t%s %s %s\n" $o .type .metadata.topic .metadata.consumerGroup}}{{end}}
{{- end}}
TEMPLATE

kubectl label --local -f "$work/rendered.yaml" checked=yes \
    -o go-template-file="$work/facts" >"$work/found"

awk -F '\t' '
function problem(text) { print text; problems++ }
function seconds(text) { sub(/s$/, "", text); return text + 0 }
# whether some pod carries the label that an object asks for
function pods(label,    w, n) { n = 0; for (w in labelled) if (index(labelled[w], " " label " ")) n++; return n }
{
    o = $1 "/" $2
    value = $4
    fact[o, $3] = fact[o, $3] " " value
}
$3 == "object" { objects[o] = 1; kinds[$1] = kinds[$1] " " $2; count++ }
$3 == "key" { keys[$1 " " $2 " " value] = 1 }
$3 == "container" { workloads[o] = 1; jobs[o] = ($1 == "Job"); containers[o]++ }
$3 == "label" { labelled[o] = labelled[o] " " value " " }
$3 == "port" && ($1 != "Service") { named[value] = 1 }
$3 == "port" && ($1 == "Service") { serviceports[$2 " " value] = 1 }
$3 == "script" { script = value }
$3 == "shutdown" { shutdown[$2] = seconds(value) }
{ line[NR] = $0 }
END {
    for (i = 1; i <= NR; i++) {
        split(line[i], f, "\t")
        o = f[1] "/" f[2]; what = f[3]; value = f[4]
        if (what == "needs-secret" && !(("Secret/" value) in objects)) problem(o ": there is no Secret " value)
        if (what == "needs-config" && !(("ConfigMap/" value) in objects)) problem(o ": there is no ConfigMap " value)
        if (what == "needs-account" && !(("ServiceAccount/" value) in objects)) problem(o ": there is no ServiceAccount " value)
        if (what == "needs-service" && !(("Service/" value) in objects)) problem(o ": there is no Service " value)
        if (what == "needs-deployment" && !(("Deployment/" value) in objects)) problem(o ": there is no Deployment " value)
        if (what == "needs-service-port" && !(value in serviceports)) problem(o ": there is no Service and port " value)
        if (what == "needs-key" && !(value in keys)) problem(o ": there is no key " value)
        if (what == "wants-pod" && !pods(value)) problem(o ": no pod has the label " value)
        if (what == "wants-port" && !(value in named)) problem(o ": no pod has the port " value)
        if (what == "selects" && !index(labelled[o], " " value " ")) problem(o ": its own pods lack the label " value)
        if (what == "mount") {
            split(value, m, " ")
            if (!index(fact[o, "volume"] " ", " " m[1] " ")) problem(o ": there is no volume " m[1])
        }
        if (what == "image" && (value !~ /:[^\/]+$/ || value ~ /:latest$/)) problem(o ": the image has no version: " value)
        if (what == "probe") {
            split(value, p, " ")
            if (!index(fact[o, "port"] " ", " " p[3] " ")) problem(o ": a probe asks a port that is not there: " p[3])
        }
        if (what == "env" && value ~ /_FILE=/) {
            file = value; sub(/^[^=]*=/, "", file)
            key = file; sub(/.*\//, "", key)
            folder = file; sub(/\/[^\/]*$/, "", folder)
            if (!index(fact[o, "mount"] " ", " secrets " folder " ")) problem(o ": nothing is mounted for " value)
            held = 0
            n = split(fact[o, "needs-secret"], s, " ")
            for (j = 1; j <= n; j++) if (("Secret " s[j] " " key) in keys) held = 1
            if (!held) problem(o ": its Secret has no key " key)
        }
        if (what == "memory-limit" && value == "<nil>") problem(o ": a container has no memory limit")
        if (what == "memory-limit" && value == "<no value>") problem(o ": a container has no memory limit")
        if (what == "cpu-request" && value ~ /^<n/) problem(o ": a container asks for no processor time")
        if (what == "memory-request" && value ~ /^<n/) problem(o ": a container asks for no memory")
        if ((what == "non-root" || what == "pod-non-root") && value != "true") problem(o ": may run as root (" what ")")
        if (what == "read-only" && value != "true") problem(o ": its file system may be written to")
        if (what == "escalation" && value != "false") problem(o ": may gain rights")
        if (what == "pod-seccomp" && value != "RuntimeDefault") problem(o ": has no seccomp profile")
        if (what == "token" && value != "false") problem(o ": has a token for the cluster")
        if (what == "lets-in" && value ~ /anybody$/ && (o != "NetworkPolicy/ingest-api" || value !~ /^8080 /)) problem(o ": lets anybody in at port " value)
        if (what == "lets-out" && value == "5432" && o != "NetworkPolicy/event-processor" && o != "NetworkPolicy/migrate") problem(o ": reaches the database")
    }
    for (o in workloads) {
        if (split(fact[o, "drops"], d, " ") < containers[o]) problem(o ": keeps capabilities")
        if (!jobs[o]) {
            n = split("startup liveness readiness", wanted, " ")
            for (j = 1; j <= n; j++) if (!index(fact[o, "probe"], " " wanted[j] " ")) problem(o ": has no " wanted[j] " probe")
            if (!index(fact[o, "probe"], "readiness /health/ready")) problem(o ": readiness is not asked at /health/ready")
            if (!index(fact[o, "probe"], "liveness /health/live")) problem(o ": liveness is not asked at /health/live")
        }
    }
    # a stop has to end before it is made to
    for (o in workloads) if (o ~ /ingest-api/) {
        wait = 0; n = split(fact[o, "pre-stop"], s, " ")
        for (j = 1; j <= n; j++) if (s[j] ~ /^[0-9]+$/) wait = s[j]
        stop = 0; n = split(fact[o, "needs-config"], c, " ")
        for (j = 1; j <= n; j++) if (c[j] in shutdown) stop = shutdown[c[j]]
        if (!wait) problem(o ": does not wait before it stops, while requests still come")
        if (!stop) problem(o ": has no SHUTDOWN_TIMEOUT")
        if (fact[o, "grace"] + 0 < wait + stop + 5) problem(o ": its grace period is shorter than preStop, SHUTDOWN_TIMEOUT and five seconds")
    }
    if (!index(fact["NetworkPolicy/nothing-by-default", "for-all"], "Ingress Egress")) problem("nothing is forbidden by default")
    if (!index(fact["ScaledObject/event-processor", "trigger"], " kafka call-events event-processor")) problem("processors are not scaled by the lag of event-processor on call-events")
    # processors beyond the partitions have nothing to do
    if (match(script, /--topic call-events --partitions [0-9]+/)) {
        text = substr(script, RSTART, RLENGTH); sub(/.* /, "", text)
        if (text + 0 != fact["ScaledObject/event-processor", "most"] + 0) problem("maxReplicaCount is not the number of partitions, " text)
    } else problem("topics.sh does not make call-events")
    if (script !~ /--replication-factor 3 --config min.insync.replicas=2/) problem("topics have not three copies of which two acknowledge")
    # every kind that is there has to be there: an empty rendering is no good one
    n = split("StatefulSet/ingest-api Deployment/event-processor Job/migrate Job/topics PodDisruptionBudget/ingest-api PodDisruptionBudget/event-processor NetworkPolicy/ingest-api NetworkPolicy/event-processor PodMonitor/ingest-api PodMonitor/event-processor ScaledObject/event-processor Service/ingest-api", must, " ")
    for (j = 1; j <= n; j++) if (!(must[j] in objects)) problem("there is no " must[j])
    if (problems) exit 1
    print count " objects, no problem found"
}' "$work/found"
