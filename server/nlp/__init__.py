"""The analysis: article blocks in, claims with source and certainty out. Knows no Flask, no database."""

from .article import Article, Block, Role
from .pipeline import Pipeline, load_pipeline
from .rendering import render
from .result import Analysis

__all__ = ["Analysis", "Article", "Block", "Pipeline", "Role", "load_pipeline", "render"]
