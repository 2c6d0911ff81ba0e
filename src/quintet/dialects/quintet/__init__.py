"""Our own API, `/v1`: the jobs of every dialect, limits, credits."""

from quintet.dialects.quintet import auth, refusals, translate, wire
from quintet.dialects.quintet.routes import routes
from quintet.edge import Describe, Dialect

QUINTET = Dialect(
    name="quintet",
    mount="/v1",
    routes=routes,
    key=auth.key,
    refusal=refusals.to_problem,
    standing=translate.to_headers,
    describe=Describe(
        title="Quintet",
        version="1",
        tag="jobs",
        schemes={
            "bearer": {"type": "http", "scheme": "bearer"},
            "api-key": {"type": "apiKey", "in": "header", "name": "X-API-KEY"},
        },
        any_scheme=True,
        problems=dict.fromkeys((400, 401, 402, 404, 409, 429), wire.ProblemDetails),
        problem_type="application/problem+json",
    ),
)
