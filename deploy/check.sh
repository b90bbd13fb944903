#!/usr/bin/env bash
# Checks what is in this folder: alert rules with their tests, Prometheus' configuration, and what
# kustomize renders for Kubernetes.
# deploy/check.sh runs every check, deploy/check.sh prometheus that one. Exit code 0: all is right.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Says what to install where a program is missing.
need() {
    command -v "$1" >/dev/null || {
        echo "deploy/check.sh needs $1, which is part of $2" >&2
        exit 1
    }
}

check_prometheus() (
    need promtool "Debian's package prometheus"
    config=$(mktemp -d)
    trap 'rm -r "$config"' EXIT
    cp prometheus/*.yml "$config"
    # the configuration names files that it must find; what is in them does not matter here
    touch "$config/admin-token" "$config/ops-token"
    sed -i "s#/run/telephony/#$config/#" "$config/prometheus.yml"
    promtool check rules "$config/alerts.yml"
    promtool check config "$config/prometheus.yml"
    promtool test rules "$config/alerts.test.yml"
)

check_kubernetes() (
    need kubectl "Debian's package kubernetes-client"
    ./check-kubernetes.sh
)

checks=(prometheus kubernetes)

for check in "${@:-${checks[@]}}"; do
    case " ${checks[*]} " in
        *" $check "*) "check_$check" ;;
        *)
            echo "There is no check $check, only: ${checks[*]}" >&2
            exit 2
            ;;
    esac
done
