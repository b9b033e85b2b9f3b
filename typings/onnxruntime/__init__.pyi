"""What the second look uses of onnxruntime."""

from collections.abc import Mapping, Sequence

from numpy import ndarray

__version__: str

class SessionOptions:
    intra_op_num_threads: int
    inter_op_num_threads: int
    log_severity_level: int
    enable_cpu_mem_arena: bool
    def add_session_config_entry(self, key: str, value: str, /) -> None: ...

class ModelMetadata:
    custom_metadata_map: dict[str, str]

class InferenceSession:
    def __init__(self, path_or_bytes: bytes, sess_options: SessionOptions, providers: Sequence[str]) -> None: ...
    def get_modelmeta(self) -> ModelMetadata: ...
    def run(self, output_names: Sequence[str] | None, input_feed: Mapping[str, ndarray]) -> list[ndarray]: ...

def disable_telemetry_events() -> None: ...
