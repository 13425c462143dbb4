"""Trained networks as the files the server reads: ONNX graphs, embedding tables, word table, pieces, settings."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from server.nlp.components.attribution.tagger.spelling import TABLE_COLUMNS

from .graph import Graph
from .network.encoder import WIDTHS, Encoder
from .network.english import EnglishNetwork
from .network.german import GermanNetwork
from .network.roles import RoleTagger
from .torchnet import chain_of

COLUMNS = [*(name for name in TABLE_COLUMNS if name != "verb"), "suffix", "prefix", "shape"]


def export_german(network: GermanNetwork, folder: Path, number: int) -> None:
    """Write `encoder-N.onnx`, `roles-N.onnx` (both in integers) and `tables-N.npz` for network N of an ensemble."""
    roles = network.roles
    heads = {
        "content": network.content[0],
        "nested": network.content[1],
        "token": roles.token,
        "span": roles.content,
        "auxiliary": roles.auxiliary,
    }
    _save_encoder(network.encoder, heads, folder / f"encoder-{number}.onnx", integers=True)
    _save_roles(roles, folder / f"roles-{number}.onnx")
    tables = _encoder_tables(network.encoder) | {
        "role_place": roles.place.weight,
        "role_sentence": roles.sentence.weight,
        "role_form": roles.form.weight,
        "role_other": roles.other.weight,
        "medium": network.medium.weight,
        "medium_bias": network.medium.bias,
    }
    chain = chain_of(network.crf)
    _save_tables(tables, folder / f"tables-{number}.npz", transitions=chain.transitions, begins=chain.begins)


def export_english(network: EnglishNetwork, folder: Path, number: int) -> None:
    """Write `encoder-N.onnx` and `tables-N.npz` for network N of an ensemble.

    The LSTMs stay in half precision: as integers they lose 0.003 of claim F1.
    """
    linker = network.linker
    heads = {"tags": network.tags, "ends": linker.project}
    _save_encoder(network.encoder, heads, folder / f"encoder-{number}.onnx", integers=False)
    tables = _encoder_tables(network.encoder) | {
        "link_features": linker.features.weight,
        "link_hidden": linker.hidden.weight,
        "link_hidden_bias": linker.hidden.bias,
        "link_out": linker.out.weight,
        "link_out_bias": linker.out.bias,
    }
    chain = chain_of(network.crf)
    _save_tables(tables, folder / f"tables-{number}.npz", transitions=chain.transitions, begins=chain.begins)


def write_settings(folder: Path, settings: dict) -> None:
    """Write `settings.json`: language, number of networks, knobs and calibration."""
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _save_encoder(encoder: Encoder, heads: dict[str, nn.Linear], path: Path, *, integers: bool) -> None:
    graph = Graph(integers)
    read = graph.bilstm(encoder.lstm, "inputs", "lengths")
    hidden = graph.node("Concat", read, "inputs", axis=2)
    outputs = {"hidden": hidden} | {name: graph.linear(head, hidden) for name, head in heads.items()}
    width = encoder.project.out_features
    graph.save(path, {"inputs": ["length", "rows", width], "lengths": ["rows"]}, outputs)


def _save_roles(roles: RoleTagger, path: Path) -> None:
    graph = Graph(integers=True)
    read = graph.bilstm(roles.lstm, "inputs", "lengths")
    both = graph.node("Concat", read, "inputs", axis=2)
    wide = graph.node("Relu", graph.linear(roles.out[0], both))
    probabilities = graph.node("Sigmoid", graph.linear(roles.out[3], wide))
    width = roles.lstm.forwards[0].input_size
    graph.save(path, {"inputs": ["length", "rows", width], "lengths": ["rows"]}, {"probabilities": probabilities})


def _encoder_tables(encoder: Encoder) -> dict[str, Tensor]:
    words = encoder.words
    tables = {f"word_{name}": words.tables[name].weight for name in COLUMNS}
    places = np.cumsum([0, *(table.embedding_dim for table in encoder.positions)]) + words.width
    weight = encoder.project.weight
    folded = {
        f"position_{index}": table.weight @ weight[:, places[index] : places[index + 1]].T
        for index, table in enumerate(encoder.positions)
    }
    return (
        tables
        | folded
        | {
            "grams": words.grams.weight,
            "project": weight[:, : words.width],
            "project_bias": encoder.project.bias,
            "norm": encoder.norm.weight,
            "norm_bias": encoder.norm.bias,
        }
    )


def _save_tables(tables: dict[str, Tensor], path: Path, **exact: NDArray) -> None:
    half = {name: table.detach().numpy().astype(np.float16) for name, table in tables.items()}
    np.savez_compressed(path, **half, **exact)


assert set(COLUMNS) == set(WIDTHS)
