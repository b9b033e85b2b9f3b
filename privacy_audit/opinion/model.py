"""The model itself: how likely each check's matter is in a text. Loaded in the second look's own process only."""

from collections.abc import Sequence
from importlib import resources

import numpy as np
import onnxruntime as ort

from privacy_audit.opinion.word_pieces import WordPieces, load_vocabulary

LONGEST = 112  # pieces in one run: what the model was taught with
_RUNS = 4  # of a long text; more is not looked at


class Model:
    """One thread, one text at a time: the same text always gets the same answer, whatever is asked beside it."""

    def __init__(self, raw_model: bytes | None = None) -> None:
        ort.disable_telemetry_events()
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        data = (
            (resources.files("privacy_audit.opinion") / "model.onnx").read_bytes() if raw_model is None else raw_model
        )
        self._session = ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        self._pieces = WordPieces(load_vocabulary())
        self.ids = tuple(self._session.get_modelmeta().custom_metadata_map["ids"].split())

    def shares(self, head: str, text: str) -> tuple[float, ...]:
        """From 0 to 1 for each of `ids`: the highest over the runs of the text."""
        runs = self._pieces.cut(head, text, LONGEST)[:_RUNS]
        return tuple(max(column) for column in zip(*map(self._run, runs), strict=True))

    def _run(self, numbers: Sequence[int]) -> list[float]:
        (answer,) = self._session.run(None, {"pieces": np.array([numbers], dtype=np.int64)})
        return [float(share) for share in answer[0]]
