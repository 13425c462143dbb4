"""ONNX graphs built from torch weights: a bidirectional LSTM and what reads its output.

Weights are stored in half precision and cast once when the session loads. The LSTMs' may be stored and multiplied as
8-bit integers instead, which takes 0.4 of the time and moves hidden values by 0.3 %. The integers are unsigned: signed
ones overflow on processors without VNNI.
"""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from .network.encoder import BiLstm

OPSET = 17
IR_VERSION = 9
TORCH_TO_ONNX = (0, 3, 1, 2)
"""Torch orders an LSTM's gates input, forget, cell, output; ONNX input, output, forget, cell."""


class Graph:
    """Nodes and weights of one graph, in the order they are added; with `integers` its LSTMs multiply integers."""

    def __init__(self, integers: bool) -> None:
        self._integers = integers
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []
        self._count = 0

    def weight(self, values: NDArray) -> str:
        """Add a weight; the answer names it in full precision."""
        name = self._name("weight")
        self._weights.append(numpy_helper.from_array(values.astype(np.float16), name))
        return self.node("Cast", name, to=TensorProto.FLOAT)

    def lstm_weight(self, values: NDArray) -> str:
        """Add a weight of an LSTM, in full precision where it becomes integers."""
        if not self._integers:
            return self.weight(values)
        name = self._name("weight")
        self._weights.append(numpy_helper.from_array(values.astype(np.float32), name))
        return name

    def integers(self, values: list[int]) -> str:
        """Add a constant of integers."""
        name = self._name("constant")
        self._weights.append(numpy_helper.from_array(np.array(values, dtype=np.int64), name))
        return name

    def node(self, kind: str, *inputs: str, **attributes: object) -> str:
        """Add an operation with one output; the answer names it."""
        name = self._name(kind.lower())
        self._nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def linear(self, layer: nn.Linear, inputs: str) -> str:
        """Add a linear layer."""
        product = self.node("MatMul", inputs, self.weight(_array(layer.weight).T))
        return self.node("Add", product, self.weight(_array(layer.bias)))

    def bilstm(self, layer: BiLstm, inputs: str, lengths: str) -> str:
        """Add a bidirectional LSTM over `inputs` (length × rows × width); the output has both directions joined."""
        for ahead, back in zip(layer.forwards, layer.backwards, strict=True):
            pair = (ahead, back)
            names = [
                self.lstm_weight(np.stack([_gates(_array(lstm.weight_ih_l0)) for lstm in pair])),
                self.lstm_weight(np.stack([_gates(_array(lstm.weight_hh_l0)) for lstm in pair])),
                self.lstm_weight(
                    np.stack(
                        [
                            np.concatenate([_gates(_array(lstm.bias_ih_l0)), _gates(_array(lstm.bias_hh_l0))])
                            for lstm in pair
                        ]
                    )
                ),
            ]
            read = self.node("LSTM", inputs, *names, lengths, hidden_size=ahead.hidden_size, direction="bidirectional")
            swapped = self.node("Transpose", read, perm=[0, 2, 1, 3])
            inputs = self.node("Reshape", swapped, self.integers([0, 0, -1]))
        return inputs

    def save(self, path: Path, inputs: dict[str, list], outputs: dict[str, str]) -> None:
        """Check the model and write it; `inputs` maps names to shapes, `outputs` maps
        names to nodes. `lengths` is of integers."""
        given = [
            helper.make_tensor_value_info(name, TensorProto.INT32 if name == "lengths" else TensorProto.FLOAT, shape)
            for name, shape in inputs.items()
        ]
        self._nodes += [helper.make_node("Identity", [node], [name]) for name, node in outputs.items()]
        shape = ["length", "rows", None]
        answered = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in outputs]
        graph = helper.make_graph(self._nodes, "attribution", given, answered, self._weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(model)
        if not self._integers:
            path.write_bytes(model.SerializeToString())
            return
        quantize_dynamic(model, path, op_types_to_quantize=["LSTM"], weight_type=QuantType.QUInt8)

    def _name(self, kind: str) -> str:
        self._count += 1
        return f"{kind}_{self._count}"


def _gates(values: NDArray) -> NDArray:
    parts = np.split(values, 4)
    return np.concatenate([parts[index] for index in TORCH_TO_ONNX])


def _array(parameter: nn.Parameter) -> NDArray:
    return parameter.detach().numpy()
