"""Trains the tagger, lemmatizer and parser of English and exports the model.

    python train.py --ud FOLDER --out models/english.model [--epochs N] [--seed N]

One network for all: hashed word features -> gated convolutions -> two bidirectional gated recurrences whose gates see only
the input (so they cost no matrix product per step) -> heads for tag, lemma rule, arc (bilinear) and label.
Optimiser AdamW with linear decay, exponential average of the weights, dropout, word dropout, case augmentation.
The same seed on the same machine type gives the same model.
"""
import argparse, functools, json, os, random, struct, sys, time
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
import numpy as np
import jax, jax.numpy as jnp, optax
from collections import Counter, defaultdict
import corpus, export

jax.config.update("jax_default_prng_impl", "rbg")

D, CONV_LAYERS, REC_LAYERS, ARC, LAB = 160, 2, 2, 96, 96
EMB = {"word": 96, "suffix3": 32, "suffix2": 16, "prefix3": 24, "shape": 16, "grams": 56}
DROP = 1.0                    # factor of all dropout rates but that of whole words
SHAPES = [(12, 110), (20, 64), (32, 40), (48, 28), (80, 16), (160, 8)]


def init(key, tags, rules):
    keys = iter(jax.random.split(key, 64))
    p = {}
    for name, rows in corpus.TABLES.items():
        p["emb_" + name] = jax.random.normal(next(keys), (rows, EMB[name])) * 0.1
    def lin(name, i, o, scale=1.0):
        p[name + "_w"] = jax.random.normal(next(keys), (i, o)) * (scale / np.sqrt(i))
        p[name + "_b"] = jnp.zeros(o)
    lin("in", sum(EMB.values()), D)
    for l in range(CONV_LAYERS):
        lin(f"conv{l}", 3 * D, 2 * D)
    for l in range(REC_LAYERS):
        lin(f"rec{l}", D, 2 * D)      # candidate and gate, forward half then backward half
        lin(f"mix{l}", D, D)
    for n in ["n_in"] + [f"n_conv{l}" for l in range(CONV_LAYERS)] + [f"n_rec{l}" for l in range(REC_LAYERS)]:
        p[n + "_g"] = jnp.ones(D); p[n + "_o"] = jnp.zeros(D)
    lin("tag", D, tags); lin("lem", D, rules)
    lin("dep", D, ARC); lin("head", D, ARC); lin("hbias", D, 1)
    lin("ldep", D, LAB); lin("lhead", D, LAB); lin("label", LAB, len(corpus.RELATIONS))
    p["root"] = jax.random.normal(next(keys), (D,)) * 0.1
    return p


def norm(p, n, x):
    m = x.mean(-1, keepdims=True); v = ((x - m) ** 2).mean(-1, keepdims=True)
    return (x - m) / jnp.sqrt(v + 1e-5) * p[n + "_g"] + p[n + "_o"]


def drop(key, x, rate, shape=None):
    if key is None: return x
    rate = rate * DROP
    keep = jax.random.bernoulli(key, 1 - rate, shape or x.shape)
    return x * keep / (1 - rate)


def recur_by_halves(c, g, mask, reverse):
    """State after each word, s = (1 - z) s + z c with z = sigmoid(g); padding keeps the state."""
    z = jax.nn.sigmoid(g) * mask
    def op(s, t): return s[0] * t[0], t[0] * s[1] + t[1]
    return jax.lax.associative_scan(op, (1 - z, z * c), axis=1, reverse=reverse)[1]


@functools.partial(jax.checkpoint, static_argnums=3)
def recur_at_once(c, g, mask, reverse):
    """The same as a weighted sum over all earlier words: more arithmetic, few programs, for a GPU."""
    L = c.shape[1]
    before = jnp.tril(jnp.ones((L, L), c.dtype)); before = before.T if reverse else before
    kept = jnp.einsum("ts,bsh->bth", before, -jax.nn.softplus(g) * mask, precision=jax.lax.Precision.HIGHEST)   # logs of what is left of a state
    weight = jnp.exp(jnp.where(before[None, :, :, None] > 0, kept[:, :, None] - kept[:, None], -1e9))
    return (weight * (jax.nn.sigmoid(g) * mask * c)[:, None]).sum(2)


RECUR = recur_by_halves


def encode(p, batch, key):
    ks = iter(jax.random.split(key, 32)) if key is not None else iter([None] * 32)
    ids, grams, gm = batch["ids"], batch["grams"], batch["gram_mask"]
    word = p["emb_word"][ids[..., 0]]
    k = next(ks)
    if k is not None: word = word * jax.random.bernoulli(k, 0.85, word.shape[:2] + (1,))
    parts = [word] + [p["emb_" + n][ids[..., i + 1]] for i, n in enumerate(["suffix3", "suffix2", "prefix3", "shape"])]
    g = (p["emb_grams"][grams] * gm[..., None]).sum(2) / jnp.sqrt(jnp.maximum(gm.sum(2, keepdims=True), 1.0))
    x = jnp.concatenate(parts + [g], -1)
    x = drop(next(ks), x, 0.25)
    if "hide" in batch: x = x * (1 - batch["hide"])[..., None]
    x = norm(p, "n_in", x @ p["in_w"] + p["in_b"])
    mask = batch["mask"][..., None]
    x = x * mask
    for l in range(CONV_LAYERS):
        y = drop(next(ks), x, 0.2)
        left = jnp.pad(y, ((0, 0), (1, 0), (0, 0)))[:, :-1]; right = jnp.pad(y, ((0, 0), (0, 1), (0, 0)))[:, 1:]
        h = jnp.concatenate([left, y, right], -1) @ p[f"conv{l}_w"] + p[f"conv{l}_b"]
        x = norm(p, f"n_conv{l}", x + h[..., :D] * jax.nn.sigmoid(h[..., D:])) * mask
    H = D // 2
    for l in range(REC_LAYERS):
        y = drop(next(ks), x, 0.2)
        h = y @ p[f"rec{l}_w"] + p[f"rec{l}_b"]
        c, g = jnp.tanh(h[..., :D]), h[..., D:]
        f = RECUR(c[..., :H], g[..., :H], mask, False)
        b = RECUR(c[..., H:], g[..., H:], mask, True)
        r = jnp.concatenate([f, b], -1) @ p[f"mix{l}_w"] + p[f"mix{l}_b"]
        x = norm(p, f"n_rec{l}", x + jax.nn.relu(r)) * mask
    return x


def heads(p, x, key=None):
    ks = iter(jax.random.split(key, 8)) if key is not None else iter([None] * 8)
    x = drop(next(ks), x, 0.25)
    B, L, _ = x.shape
    tag = x @ p["tag_w"] + p["tag_b"]; lem = x @ p["lem_w"] + p["lem_b"]
    r = jnp.broadcast_to(p["root"], (B, 1, D))
    xr = jnp.concatenate([r, x], 1)
    dep = jnp.tanh(x @ p["dep_w"] + p["dep_b"]); head = jnp.tanh(xr @ p["head_w"] + p["head_b"])
    dep = drop(next(ks), dep, 0.2); head = drop(next(ks), head, 0.2)
    arc = jnp.einsum("bid,bjd->bij", dep, head) + (xr @ p["hbias_w"] + p["hbias_b"])[..., 0][:, None, :]
    ld = x @ p["ldep_w"] + p["ldep_b"]; lh = xr @ p["lhead_w"] + p["lhead_b"]
    return tag, lem, arc, ld, lh


def label_scores(p, ld, lh, at, key=None):
    h = jax.nn.relu(ld + jnp.take_along_axis(lh, at[..., None], 1))
    h = drop(key, h, 0.2)
    return h @ p["label_w"] + p["label_b"]


def loss_fn(p, batch, key):
    k1, k2, k3 = jax.random.split(key, 3)
    return tree_loss(p, encode(p, batch, k1), batch, k2, k3)


def tree_loss(p, x, batch, k2, k3, tag_weight=0.6, lemma_weight=0.3):
    """Loss of tags, lemmas and trees from the encoded words; the keys are those of the dropout of the heads."""
    tag, lem, arc, ld, lh = heads(p, x, k2)
    mask = batch["mask"]; B, L = mask.shape
    valid = jnp.concatenate([jnp.ones((B, 1)), mask], 1)[:, None, :]
    own = jnp.arange(1, L + 1)[:, None] == jnp.arange(L + 1)[None]
    arc = jnp.where((valid > 0) & ~own[None], arc, -1e9)
    lab = label_scores(p, ld, lh, batch["heads"], k3)
    def ce(s, y, m): return (optax.softmax_cross_entropy_with_integer_labels(s, y) * m).sum() / jnp.maximum(m.sum(), 1)
    return ce(arc, batch["heads"], mask) + ce(lab, batch["labels"], mask) + tag_weight * ce(tag, batch["tags"], mask * (batch["tags"] >= 0)) + lemma_weight * ce(lem, batch["lemmas"], mask * (batch["lemmas"] >= 0))


class Batches:
    def __init__(self, sentences, tag_ids, rule_ids, seed, augment):
        self.random = random.Random(seed); self.tag_ids = tag_ids; self.rule_ids = rule_ids; self.augment = augment; self.cache = {}
        self.buckets = defaultdict(list)
        for s in sentences:
            for length, _ in SHAPES:
                if len(s.forms) <= length: self.buckets[length].append(s); break

    def word(self, w):
        if w not in self.cache: self.cache[w] = corpus.features(w)
        return self.cache[w]

    def epoch(self):
        chunks = []
        for length, size in SHAPES:
            bucket = list(self.buckets[length]); self.random.shuffle(bucket)
            for i in range(0, len(bucket), size): chunks.append((length, size, bucket[i:i + size]))
        self.random.shuffle(chunks)
        for length, size, chunk in chunks: yield self.make(length, size, chunk)

    def endless(self):
        while True: yield from self.epoch()

    def make(self, L, B, chunk):
        ids = np.zeros((B, L, 5), np.int32); grams = np.zeros((B, L, corpus.MOST_GRAMS), np.int32); gm = np.zeros((B, L, corpus.MOST_GRAMS), np.float32)
        mask = np.zeros((B, L), np.float32); tags = np.full((B, L), -1, np.int32); lem = np.full((B, L), -1, np.int32); hd = np.zeros((B, L), np.int32); lb = np.zeros((B, L), np.int32)
        for b, s in enumerate(chunk):
            forms = s.forms
            case = self.random.random() if self.augment else 1.0
            if case < 0.05: forms = [w.upper() for w in forms]
            elif case < 0.09: forms = [w.lower() for w in forms]
            elif case < 0.12: forms = [w[:1].upper() + w[1:] for w in forms]
            for i, w in enumerate(forms):
                f = self.word(w); ids[b, i] = f[:5]; g = f[5]; grams[b, i, :len(g)] = g; gm[b, i, :len(g)] = 1
                mask[b, i] = 1; tags[b, i] = self.tag_ids.get(s.tags[i], -1)
                lem[b, i] = self.rule_ids.get(corpus.lemma_rule(w, s.lemmas[i]), -1) if case >= 0.12 or case < 0 else -1
                hd[b, i] = s.heads[i]; lb[b, i] = corpus.RELATIONS.index(s.relations[i])
        return dict(ids=ids, grams=grams, gram_mask=gm, mask=mask, tags=tags, lemmas=lem, heads=hd, labels=lb)


@jax.jit
def predict(p, batch):
    tag, lem, arc, ld, lh = heads(p, encode(p, batch, None))
    B, L = batch["mask"].shape
    valid = jnp.concatenate([jnp.ones((B, 1)), batch["mask"]], 1)[:, None, :]
    own = jnp.arange(1, L + 1)[:, None] == jnp.arange(L + 1)[None]
    arc = jnp.where((valid > 0) & ~own[None], arc, -1e9)
    at = arc.argmax(-1)
    return tag.argmax(-1), lem.argmax(-1), at, label_scores(p, ld, lh, at).argmax(-1)


def evaluate(p, batches, tags):
    n = Counter()
    universal = np.array([corpus.RELATIONS.index(r.split(":")[0]) for r in corpus.RELATIONS])
    upos = np.array([sorted({t.split("|")[0] for t in tags}).index(t.split("|")[0]) for t in tags])
    for b in batches.epoch():
        tag, lem, at, lab = (np.asarray(v) for v in predict(p, b))
        m = b["mask"] > 0
        ok = (at == b["heads"]) & m
        n["n"] += m.sum(); n["uas"] += ok.sum(); n["las"] += (ok & (universal[lab] == universal[b["labels"]])).sum()
        known = m & (b["tags"] >= 0); n["upos"] += (upos[tag[known]] == upos[b["tags"][known]]).sum(); n["lem"] += ((lem == b["lemmas"]) & m).sum()
    return {k: round(100 * v / n["n"], 2) for k, v in n.items() if k != "n"}


def inventory(sentences):
    """Tags and lemma rules worth learning, and the lemmas of pairs of word and tag that have one only."""
    counts = Counter(t for s in sentences for t in s.tags); tags = sorted(t for t, c in counts.items() if c >= 4)
    rules_seen = Counter(corpus.lemma_rule(w, l) for s in sentences for w, l in zip(s.forms, s.lemmas)); rules = sorted(r for r, c in rules_seen.items() if c >= 3)
    lemmas = defaultdict(Counter)
    for s in sentences:
        for w, l, t in zip(s.forms, s.lemmas, s.tags): lemmas[(corpus.plain(w), t.split("|")[0])][l] += 1
    exceptions = {}
    for pair, seen in lemmas.items():
        lemma, most = seen.most_common(1)[0]; total = sum(seen.values())
        if total >= 2 and most / total > 0.8 and not any(c.isupper() for c in lemma): exceptions[pair] = lemma
    return tags, rules, exceptions


def main():
    a = argparse.ArgumentParser(); a.add_argument("--ud", required=True); a.add_argument("--out", required=True)
    a.add_argument("--epochs", type=int, default=24); a.add_argument("--seed", type=int, default=17); a.add_argument("--limit", type=int, default=0)
    a = a.parse_args()
    train = corpus.read(a.ud + "/en_ewt-ud-train.conllu") + corpus.read(a.ud + "/en_gum-ud-train.conllu", corpus.FREE_GENRES)
    dev = corpus.read(a.ud + "/en_ewt-ud-dev.conllu")
    if a.limit: train = train[:a.limit]
    tags, rules, exceptions = inventory(train)
    print(len(train), "sentences", sum(len(s.forms) for s in train), "words", len(tags), "tags", len(rules), "rules", len(exceptions), "lemmas", flush=True)
    tag_ids = {t: i for i, t in enumerate(tags)}; rule_ids = {r: i for i, r in enumerate(rules)}
    batches = Batches(train, tag_ids, rule_ids, a.seed, True); dev_batches = Batches(dev, tag_ids, rule_ids, 1, False)
    key = jax.random.PRNGKey(a.seed); key, k = jax.random.split(key); p = init(k, len(tags), len(rules))
    steps = a.epochs * sum((len(v) + dict(SHAPES)[l] - 1) // dict(SHAPES)[l] for l, v in batches.buckets.items())
    schedule = optax.join_schedules([optax.linear_schedule(0, 2.5e-3, 200), optax.linear_schedule(2.5e-3, 5e-5, steps - 200)], [200])
    optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.adamw(schedule, b2=0.98, weight_decay=1e-3))
    state = optimiser.init(p); average = p

    @jax.jit
    def step(p, state, average, batch, key, decay):
        loss, grads = jax.value_and_grad(loss_fn)(p, batch, key)
        updates, state = optimiser.update(grads, state, p)
        p = optax.apply_updates(p, updates)
        average = jax.tree.map(lambda m, v: decay * m + (1 - decay) * v, average, p)
        return p, state, average, loss
    start, count = time.time(), 0
    for epoch in range(a.epochs):
        total = 0.0
        for i, b in enumerate(batches.epoch()):
            key, k = jax.random.split(key); count += 1
            p, state, average, loss = step(p, state, average, b, k, min(0.998, (1 + count) / (10 + count)))
            total += float(loss)
        print(epoch + 1, "loss", round(total / (i + 1), 3), "dev", evaluate(average, dev_batches, tags), "seconds", round(time.time() - start), flush=True)
        export.write(a.out, {k: np.asarray(v) for k, v in average.items()}, tags, rules, exceptions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
