"""How sure a found attribution is: a logistic curve over what the networks answered, fitted on dev.

The confidence estimates the chance that the content overlaps a gold content by half or more.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .found import Found
from .tags import CONTENT_TYPES


@dataclass(frozen=True, slots=True)
class Calibration:
    """`weights` over `features_of`, standardised by `means` and `deviations`, and the `bias`."""

    weights: NDArray[np.float64]
    means: NDArray[np.float64]
    deviations: NDArray[np.float64]
    bias: float

    @classmethod
    def from_settings(cls, settings: dict[str, Any]) -> "Calibration":
        """Read what `to_settings` wrote."""
        weights, means, deviations = (np.array(settings[name]) for name in ("weights", "means", "deviations"))
        return cls(weights, means, deviations, settings["bias"])

    def to_settings(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "weights": self.weights.round(5).tolist(),
            "means": self.means.round(5).tolist(),
            "deviations": self.deviations.round(5).tolist(),
            "bias": round(self.bias, 5),
        }

    def confidence(self, found: Found) -> float:
        """The probability, 0 to 1."""
        standard = (features_of(found) - self.means) / self.deviations
        return float(1 / (1 + np.exp(-(standard @ self.weights + self.bias))))


def features_of(found: Found) -> NDArray[np.float64]:
    """The evidence of the decoder, shares as log-odds, and the type as one of five."""
    shares = np.clip(found.evidence[:-1], 1e-4, 1 - 1e-4)
    kind = np.zeros(len(CONTENT_TYPES))
    kind[found.type] = 1
    return np.concatenate([np.log(shares / (1 - shares)), found.evidence[-1:], kind])
