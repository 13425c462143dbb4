"""Puts the application together; no logic lives here."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from server import metrics
from server.api import analyze, guard, headers, limits, problems, reports, system
from server.api import review as review_api
from server.api.context import Services, attach, services_of
from server.nlp import Article, Pipeline, load_pipeline
from server.samples import SAMPLES
from server.service.analysis import AnalysisService
from server.service.cache import AnswerCache
from server.service.reports import ReportService
from server.service.review import ReviewService
from server.service.shared import SharedCache
from server.service.slot import Slot
from server.settings import Settings
from server.store.session import Database
from server.web import playground, review


def create_app(settings: Settings | None = None, pipeline: Pipeline | None = None) -> Flask:
    """The WSGI application. `pipeline` is loaded unless one is given; nothing is connected to yet."""
    settings = settings or Settings()
    app = Flask("server", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_bytes
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    attach(app, _services(settings, pipeline or load_pipeline(settings.languages)))
    for part in (headers, problems):
        part.register(app)
    guard.register(app, settings)
    limits.register(app, settings)
    for resource in (analyze, reports, review_api, system, playground, review):
        app.register_blueprint(resource.blueprint)
    return app


def warm_up(app: Flask) -> None:
    """Read the samples once, so that what loads on first use is there before processes fork, and shared by them."""
    here = services_of(app)
    for code in set(here.settings.languages) & SAMPLES.keys():
        here.pipeline.detect(SAMPLES[code])
        here.pipeline.analyze(Article.from_text(SAMPLES[code]), language=code)


def _services(settings: Settings, pipeline: Pipeline) -> Services:
    shared = _shared(settings)
    for name, version in pipeline.versions().items():
        metrics.MODEL.labels(name, version).set(1)
    database = Database(settings.database_url.get_secret_value())
    return Services(
        settings=settings,
        pipeline=pipeline,
        analysis=AnalysisService(
            pipeline,
            AnswerCache(settings.cache_bytes, settings.cache_seconds),
            Slot(settings.slot_queue, settings.slot_wait),
            settings.deadline,
            shared,
        ),
        reports=ReportService(database),
        review=ReviewService(database),
        database=database,
        shared=shared,
    )


def _shared(settings: Settings) -> SharedCache | None:
    """The cache of all replicas; needs the extra `hearsay[redis]`."""
    if settings.redis_url is None:
        return None
    from server.service.redis import RedisCache

    return RedisCache(settings.redis_url.get_secret_value(), settings.cache_seconds, settings.slot_wait)
