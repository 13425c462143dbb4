"""What the views work with: the services of this process, put on the application once."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from server.nlp import Pipeline
from server.service.analysis import AnalysisService
from server.service.reports import ReportService
from server.service.review import ReviewService
from server.service.shared import SharedCache
from server.settings import Settings
from server.store.session import Database

_KEY = "hearsay"


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a view may use."""

    settings: Settings
    pipeline: Pipeline
    analysis: AnalysisService
    reports: ReportService
    review: ReviewService
    database: Database
    shared: SharedCache | None = None


def attach(app: Flask, services: Services) -> None:
    """Give the application its services."""
    app.extensions[_KEY] = services


def services() -> Services:
    """The services of the application that handles the current request."""
    return services_of(current_app)


def services_of(app: Flask) -> Services:
    """The services of an application."""
    return cast(Services, app.extensions[_KEY])
