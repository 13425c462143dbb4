"""What `/metrics` tells, in Prometheus' terms. No label ever holds a word of an article."""

import os

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess

SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 10, 20)

REQUESTS = Histogram(
    "hearsay_request_seconds", "Time to answer, by route, method and status", ["route", "method", "status"],
    buckets=SECONDS,
)  # fmt: skip
ANALYSIS_SECONDS = Histogram("hearsay_analysis_seconds", "Time of one analysis in the pipeline", buckets=SECONDS)
ANSWERS = Counter("hearsay_answers_total", "Answers, by where they came from", ["origin"])
OVERLOADED = Counter("hearsay_overloaded_total", "Requests refused because all places were taken")
INCOMPLETE = Counter("hearsay_incomplete_total", "Analyses that met the deadline")
QUEUE = Gauge("hearsay_queue", "Analyses running or waiting now", multiprocess_mode="livesum")
REPORTS = Counter("hearsay_reports_total", "Readers' reports stored, by kind", ["kind"])
MODEL = Gauge("hearsay_model", "Always 1; the labels name the models in use", ["name", "version"],
              multiprocess_mode="max")  # fmt: skip


def exposition() -> bytes:
    """The metrics in Prometheus' text format, added up over all processes of this server."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
