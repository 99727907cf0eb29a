"""Writes a trained model as a Bayhaqi data file (src/base/packed_file.h): named sections of plain numbers."""
import struct
import numpy as np
import xxhash


def aligned(n):
    return (n + 63) // 64 * 64


def pack(sections):
    """sections: list of (name, bytes, element size)."""
    entry = 24 + 8 + 8 + 4 + 4
    offset = aligned(32 + entry * len(sections))
    table, body = b"", b""
    for name, data, element in sections:
        table += struct.pack("<24sQQII", name.encode(), offset, len(data), element, 1)
        offset = aligned(offset + len(data))
    out = bytearray(offset)
    out[32:32 + len(table)] = table
    offset = aligned(32 + entry * len(sections))
    for _, data, _ in sections:
        out[offset:offset + len(data)] = data
        offset = aligned(offset + len(data))
    digest = xxhash.xxh3_64_intdigest(bytes(out[32:]))
    out[:32] = struct.pack("<8sIIQQ", b"BAYHAQI\n", 1, len(sections), len(out), digest)
    return bytes(out)


def write(path, parameters, tags, rules, exceptions):
    sections = []
    for name in sorted(parameters):
        value = np.asarray(parameters[name], np.float32)
        if name.startswith("emb_"):  # one scale per row, weights in 8 bits
            scale = np.maximum(np.abs(value).max(1), 1e-8) / 127
            sections.append(("n." + name, np.round(value / scale[:, None]).astype(np.int8).tobytes(), 1))
            sections.append(("n." + name + ".s", scale.astype(np.float32).tobytes(), 4))
        else:
            sections.append(("n." + name, np.ascontiguousarray(value).tobytes(), 4))
    shape = np.array([parameters["in_b"].shape[0], parameters["dep_b"].shape[0], parameters["ldep_b"].shape[0],
                      sum(1 for n in parameters if n.startswith("conv") and n.endswith("_w")), sum(1 for n in parameters if n.startswith("rec") and n.endswith("_w"))], np.uint32)
    sections.append(("n.shape", shape.tobytes(), 4))
    sections.append(("n.tags", "\n".join(tags).encode(), 1))
    sections.append(("n.rules", "\n".join(rules).encode(), 1))
    sections.append(("n.lemmas", "\n".join(f"{w}\t{u}\t{l}" for (w, u), l in sorted(exceptions.items())).encode(), 1))
    with open(path, "wb") as f:
        f.write(pack(sections))


def read(path):
    """The weights (table rows as the 8 bits give them), tags, rules and lemma exceptions of a model file."""
    with open(path, "rb") as f:
        data = f.read()
    count = struct.unpack_from("<I", data, 12)[0]
    raw = {}
    for n in range(count):
        name, offset, size, _, _ = struct.unpack_from("<24sQQII", data, 32 + 48 * n)
        raw[name.rstrip(b"\0").decode()[2:]] = data[offset:offset + size]
    text = {k: raw.pop(k).decode().split("\n") for k in ("tags", "rules", "lemmas")}
    floats = {k: np.frombuffer(v, np.float32) for k, v in raw.items() if k != "shape" and (not k.startswith("emb_") or k.endswith(".s"))}
    parameters = {}
    for k, v in floats.items():
        if k.endswith(".s"):
            table = k[:-2]
            parameters[table] = np.frombuffer(raw[table], np.int8).reshape(v.size, -1).astype(np.float32) * v[:, None]
        elif k.endswith("_w"):
            parameters[k] = v.reshape(-1, floats[k[:-2] + "_b"].size)
        else:
            parameters[k] = v
    exceptions = {}
    for line in text["lemmas"]:
        word, upos, lemma = line.split("\t")
        exceptions[(word, upos)] = lemma
    return parameters, text["tags"], text["rules"], exceptions
