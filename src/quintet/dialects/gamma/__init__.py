"""Gamma's generation API: decks, documents, posts and pages."""

from quintet.dialects.gamma import auth, ids, refusals, translate
from quintet.dialects.gamma.routes import routes
from quintet.edge import Describe, Dialect
from quintet.edge.repeats import by_header

GAMMA = Dialect(
    name="gamma",
    routes=routes,
    key=auth.key,
    key_first=True,
    refusal=refusals.to_problem,
    standing=translate.to_headers,
    repeat=by_header,
    body_limit=10_000_000,
    unread="empty",
    new_id=ids.generation_id,
    describe=Describe(
        title="Gamma Public API",
        version="1.0",
        openapi="3.0.0",
        tag="public-api",
        schemes={"api-key": {"type": "apiKey", "in": "header", "name": "X-API-KEY"}},
    ),
)
