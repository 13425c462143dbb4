"""`/openapi.json` says what the server does: requests made from it are answered as it says."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from server.api.openapi import document
from tests.services import Server

schema = schemathesis.openapi.from_dict(document())


@schema.parametrize()
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_server_keeps_to_its_description(live_server: Server, case: schemathesis.Case) -> None:
    # What fits the schema may still be refused, with 422: a text of spaces, a language not read, two equal block ids.
    case.call_and_validate(base_url=live_server.url, excluded_checks=[positive_data_acceptance])


def test_it_is_served(live_server: Server) -> None:
    served = live_server.client.get("/openapi.json").json()
    assert served["openapi"].startswith("3.1")
    assert served == document()
