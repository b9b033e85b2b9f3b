"""Writes a taught encoder as an int8 ONNX file, node by node, so that no exporter decides what is in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Weights = Mapping[str, np.ndarray]
_HEADS, _WIDTH = 12, 32  # of attention in MiniLM: the count, and the numbers in each
_CLOSE = 1e-12


class _Graph:
    """Nodes and constants in order; each method gives the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, name: str, *inputs: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name, **attributes))
        return name

    def dense(self, name: str, source: str, weight: np.ndarray, bias: np.ndarray) -> str:
        multiplied = self.add("MatMul", f"{name}.m", source, self.constant(f"{name}.w", weight.T))
        return self.add("Add", f"{name}.o", multiplied, self.constant(f"{name}.b", bias))

    def norm(self, name: str, source: str, weights: Weights, prefix: str) -> str:
        scale = self.constant(f"{name}.s", weights[f"{prefix}.weight"])
        shift = self.constant(f"{name}.t", weights[f"{prefix}.bias"])
        return self.add("LayerNormalization", name, source, scale, shift, axis=-1, epsilon=_CLOSE)


def write_model(weights: Weights, ids: Sequence[str], path: Path) -> None:
    """`weights` by the names that the encoder's makers gave them, and "o.weight" and "o.bias" for the last layer."""
    graph = _Graph()
    shares = _shares(graph, weights)
    whole = helper.make_graph(
        graph.nodes,
        "second-look",
        [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["texts", "length"])],
        [helper.make_tensor_value_info(shares, TensorProto.FLOAT, ["texts", len(ids)])],
        graph.constants,
    )
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(model, {"ids": " ".join(ids)})
    onnx.checker.check_model(model)
    exact = path.with_suffix(".fp32.onnx")
    onnx.save(model, exact)
    # Seven bits of weight: older processors add two products in sixteen bits, and would cut off what does not fit.
    quantize_dynamic(
        exact, path, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )


def _shares(graph: _Graph, weights: Weights) -> str:
    state = _embedded(graph, weights)
    layer = 0
    while f"e.encoder.layer.{layer}.attention.self.query.weight" in weights:
        state = _layer(graph, weights, f"e.encoder.layer.{layer}", f"l{layer}", state)
        layer += 1
    mean = graph.add("ReduceMean", "mean", state, axes=[1], keepdims=0)
    return graph.add("Sigmoid", "shares", graph.dense("last", mean, weights["o.weight"], weights["o.bias"]))


def _embedded(graph: _Graph, weights: Weights) -> str:
    """Each piece's numbers in a byte each, with a scale of its own: rare pieces lose as little as common ones."""
    words = weights["e.embeddings.word_embeddings.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127
    small = np.clip(np.round(words / scale), -127, 127).astype(np.int8)
    taken = graph.add("Gather", "word.i", graph.constant("word.w", small), "pieces", axis=0)
    scales = graph.add("Gather", "word.k", graph.constant("word.s", scale.astype(np.float32)), "pieces", axis=0)
    word = graph.add("Mul", "word", graph.add("Cast", "word.f", taken, to=TensorProto.FLOAT), scales)
    places = (
        weights["e.embeddings.position_embeddings.weight"] + weights["e.embeddings.token_type_embeddings.weight"][0]
    )
    shape = graph.add("Shape", "shape", "pieces")
    one, zero = (graph.constant(f"c{number}", np.array([number], np.int64)) for number in (1, 0))
    length = graph.add("Slice", "length", shape, one, graph.constant("c2", np.array([2], np.int64)), zero)
    place = graph.add("Slice", "place", graph.constant("place.w", places[:128]), zero, length, zero)
    return graph.norm("embedded", graph.add("Add", "sum", word, place), weights, "e.embeddings.LayerNorm")


def _layer(graph: _Graph, weights: Weights, prefix: str, name: str, state: str) -> str:
    seen = _attention(graph, weights, f"{prefix}.attention", name, state)
    state = graph.norm(
        f"{name}.n1", graph.add("Add", f"{name}.a1", seen, state), weights, f"{prefix}.attention.output.LayerNorm"
    )
    inner = f"{prefix}.intermediate.dense"
    wide = graph.dense(f"{name}.up", state, weights[f"{inner}.weight"], weights[f"{inner}.bias"])
    root = graph.constant(f"{name}.c", np.array(np.sqrt(2), np.float32))
    bell = graph.add("Erf", f"{name}.e", graph.add("Div", f"{name}.d", wide, root))
    bell = graph.add("Add", f"{name}.e1", bell, graph.constant(f"{name}.one", np.array(1, np.float32)))
    bent = graph.add(
        "Mul",
        f"{name}.g",
        graph.add("Mul", f"{name}.g0", wide, bell),
        graph.constant(f"{name}.h", np.array(0.5, np.float32)),
    )
    outer = f"{prefix}.output.dense"
    down = graph.dense(f"{name}.dn", bent, weights[f"{outer}.weight"], weights[f"{outer}.bias"])
    return graph.norm(f"{name}.n2", graph.add("Add", f"{name}.a2", down, state), weights, f"{prefix}.output.LayerNorm")


def _attention(graph: _Graph, weights: Weights, prefix: str, name: str, state: str) -> str:
    parts = {}
    split = graph.constant(f"{name}.split", np.array([0, 0, _HEADS, _WIDTH], np.int64))
    for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3])):
        scale = _WIDTH**-0.5 if part == "query" else 1.0
        where = f"{prefix}.self.{part}"
        flat = graph.dense(
            f"{name}.{part}",
            state,
            weights[f"{where}.weight"] * np.float32(scale),
            weights[f"{where}.bias"] * np.float32(scale),
        )
        apart = graph.add("Reshape", f"{name}.{part}.r", flat, split)
        parts[part] = graph.add("Transpose", f"{name}.{part}.x", apart, perm=order)
    scores = graph.add(
        "Softmax", f"{name}.sm", graph.add("MatMul", f"{name}.qk", parts["query"], parts["key"]), axis=-1
    )
    mixed = graph.add(
        "Transpose", f"{name}.mx", graph.add("MatMul", f"{name}.kv", scores, parts["value"]), perm=[0, 2, 1, 3]
    )
    joined = graph.add("Reshape", f"{name}.j", mixed, graph.constant(f"{name}.join", np.array([0, 0, -1], np.int64)))
    out = f"{prefix}.output.dense"
    return graph.dense(f"{name}.out", joined, weights[f"{out}.weight"], weights[f"{out}.bias"])
