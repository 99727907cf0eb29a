"""Teaches a trained model the language of news from text without trees, beside the treebanks.

    python adapt.py --ud FOLDER --news news.conllu --model start.model --out out.model --steps N [--constructions FILE] [--seed N]

Steps on treebank batches alternate with steps on news batches. In a news batch 15 % of the words are hidden from the network,
which must name those of them that are among the 8,000 most frequent (Devlin et al. 2019), and must give the whole sentence
the tree that the starting model gave it when it saw every word (Clark et al. 2018: cross-view training), the latter at a
low weight. Hand-made sentences (--constructions) are mixed into the treebanks.
news.conllu: `bayhaqi parse --from raw --to conllu --model start.model news.txt` over the output of news_text.py.
--weights takes the .npz that an earlier run left (--save), in place of the weights of --model. Same inputs and seed: same model on the same machine type.
"""
import argparse, random, sys, time
import train                                                  # sets the XLA flags before jax starts
import numpy as np
import jax, jax.numpy as jnp, optax
from collections import Counter
import corpus, export

VOCABULARY, HIDDEN, SILVER, REPEAT = 8000, 0.15, 0.3, 2
NEWS_SHAPES = [(24, 90), (44, 50)]
FEW_SHAPES = [(20, 66), (36, 37), (64, 20)]   # fewer programs to compile; the 1 % longer sentences are left out
LONGEST_NEWS, SHORTEST_NEWS = 44, 5


class NewsBatches(train.Batches):
    """Batches of news sentences with the places and the identities of the hidden words."""

    def __init__(self, sentences, tag_ids, rule_ids, seed, vocabulary):
        super().__init__(sentences, tag_ids, rule_ids, seed, False)
        self.vocabulary = vocabulary
        self.buckets.clear()
        for s in sentences:
            for length, _ in NEWS_SHAPES:
                if len(s.forms) <= length: self.buckets[length].append(s); break

    def epoch(self):
        chunks = []
        for length, size in NEWS_SHAPES:
            bucket = list(self.buckets[length]); self.random.shuffle(bucket)
            for i in range(0, len(bucket) - size + 1, size): chunks.append((length, size, bucket[i:i + size]))
        self.random.shuffle(chunks)
        for length, size, chunk in chunks: yield self.hide(self.make(length, size, chunk), length, size, chunk)

    def hide(self, batch, L, B, chunk):
        places = [(b * L + i, self.vocabulary.get(corpus.plain(w), -1)) for b, s in enumerate(chunk) for i, w in enumerate(s.forms)]
        hidden = self.random.sample(places, int(HIDDEN * len(places)))
        room = int(HIDDEN * B * L)
        hide = np.zeros(B * L, np.float32); at = np.zeros(room, np.int32); word = np.zeros(room, np.int32); weight = np.zeros(room, np.float32)
        known = [h for h in hidden if h[1] >= 0]
        for place, _ in hidden: hide[place] = 1
        for n, (place, w) in enumerate(known): at[n], word[n], weight[n] = place, w, 1
        return dict(batch, hide=hide.reshape(B, L), hidden_at=at, hidden_word=word, hidden_weight=weight)

    def endless(self):
        while True: yield from self.epoch()


def seen_loss(p, batch, key):
    k1, k2 = jax.random.split(key)
    return train.tree_loss(p, train.encode(p, batch, k1), batch, *jax.random.split(k2))


def news_loss(p, batch, key):
    k1, k2 = jax.random.split(key)
    x = train.encode(p, batch, k1)
    h = x.reshape(-1, x.shape[-1])[batch["hidden_at"]]
    h = jax.nn.relu(h @ p["mlm_w"] + p["mlm_b"])
    scores = h @ p["mlm_out_w"] + p["mlm_out_b"]
    weight = batch["hidden_weight"]
    masked = (optax.softmax_cross_entropy_with_integer_labels(scores, batch["hidden_word"]) * weight).sum() / jnp.maximum(weight.sum(), 1)
    return masked + SILVER * train.tree_loss(p, x, batch, *jax.random.split(k2)), masked


def plausible(s):
    """Of a fair length and mostly words."""
    if not SHORTEST_NEWS <= len(s.forms) <= LONGEST_NEWS: return False
    return sum(w[0].isalpha() for w in s.forms) >= 0.6 * len(s.forms)


def start(path, model_path, seed):
    p, tags, rules, exceptions = export.read(model_path)
    if path.endswith(".npz"): p = dict(np.load(path))
    p = {k: jnp.asarray(v) for k, v in p.items()}
    if "mlm_w" not in p:
        k1, k2 = jax.random.split(jax.random.PRNGKey(seed + 1))
        p["mlm_w"] = jax.random.normal(k1, (train.D, train.D)) / np.sqrt(train.D); p["mlm_b"] = jnp.zeros(train.D)
        p["mlm_out_w"] = jax.random.normal(k2, (train.D, VOCABULARY)) * 0.02; p["mlm_out_b"] = jnp.zeros(VOCABULARY)
    return p, tags, rules, exceptions


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--ud", required=True); a.add_argument("--news", required=True); a.add_argument("--model", required=True)
    a.add_argument("--weights", default=""); a.add_argument("--save", default=""); a.add_argument("--out", required=True)
    a.add_argument("--constructions", default=""); a.add_argument("--steps", type=int, default=3000); a.add_argument("--seed", type=int, default=17)
    a.add_argument("--rate", type=float, default=1.5e-3); a.add_argument("--last-rate", type=float, default=3e-5); a.add_argument("--every", type=int, default=300)
    a.add_argument("--stop", type=int, default=0, help="end after so many steps of the schedule")
    a.add_argument("--trees-only", action="store_true", help="no news batches, few batch shapes, no scores on the way")
    a = a.parse_args()
    if a.trees_only: train.SHAPES = FEW_SHAPES
    free = corpus.read(a.ud + "/en_ewt-ud-train.conllu") + corpus.read(a.ud + "/en_gum-ud-train.conllu", corpus.FREE_GENRES)
    own = corpus.read(a.constructions) if a.constructions else []
    dev = corpus.read(a.ud + "/en_ewt-ud-dev.conllu"); gum = corpus.read(a.ud + "/en_gum-ud-dev.conllu", {"news"})
    news = [s for s in corpus.read(a.news) if plausible(s)]
    p, tags, rules, exceptions = start(a.weights or a.model, a.model, a.seed)
    tag_ids = {t: i for i, t in enumerate(tags)}; rule_ids = {r: i for i, r in enumerate(rules)}
    counts = Counter(corpus.plain(w) for s in news + free for w in s.forms)
    vocabulary = {w: i for i, (w, _) in enumerate(sorted(counts.items(), key=lambda e: (-e[1], e[0]))[:VOCABULARY])}
    print(len(free), "trees", len(own), "own trees", len(news), "news sentences", sum(len(s.forms) for s in news), "words", flush=True)
    if a.trees_only: p = {k: v for k, v in p.items() if not k.startswith("mlm_")}
    batches = train.Batches(free + own * REPEAT, tag_ids, rule_ids, a.seed, True)
    dev_batches = train.Batches(dev, tag_ids, rule_ids, 1, False); gum_batches = train.Batches(gum, tag_ids, rule_ids, 1, False)
    news_batches = NewsBatches(news, tag_ids, rule_ids, a.seed, vocabulary).endless()
    warm, updates = (50, a.steps) if a.trees_only else (100, 2 * a.steps)
    schedule = optax.join_schedules([optax.linear_schedule(0, a.rate, warm), optax.linear_schedule(a.rate, a.last_rate, updates - warm)], [warm])
    optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.adamw(schedule, b2=0.98, weight_decay=1e-3))
    state = optimiser.init(p); average = p

    def update(p, state, average, grads, decay):
        updates, state = optimiser.update(grads, state, p)
        p = optax.apply_updates(p, updates)
        return p, state, jax.tree.map(lambda m, v: decay * m + (1 - decay) * v, average, p)

    @jax.jit
    def tree_step(p, state, average, batch, key, decay):
        loss, grads = jax.value_and_grad(seen_loss)(p, batch, key)
        return (*update(p, state, average, grads, decay), loss)

    @jax.jit
    def news_step(p, state, average, batch, key, decay):
        (_, masked), grads = jax.value_and_grad(news_loss, has_aux=True)(p, batch, key)
        return (*update(p, state, average, grads, decay), masked)

    key, begin, losses = jax.random.PRNGKey(a.seed), time.time(), np.zeros(2)
    trees = batches.endless()
    last = a.stop or a.steps
    for count in range(1, last + 1):
        key, k1, k2 = jax.random.split(key, 3)
        decay, masked = min(0.998, (1 + count) / (10 + count)), 0.0
        if not a.trees_only: p, state, average, masked = news_step(p, state, average, next(news_batches), k1, decay)
        p, state, average, loss = tree_step(p, state, average, next(trees), k2, decay)
        losses += (float(masked), float(loss))
        if count % a.every and count != last: continue
        print(count, "sums of hidden and tree loss", losses.round(2), "seconds", round(time.time() - begin), flush=True); losses[:] = 0
        if not a.trees_only:
            print("  dev", *(f"{k} {v:.2f}" for k, v in train.evaluate(average, dev_batches, tags).items()), "| GUM news dev", *(f"{k} {v:.2f}" for k, v in train.evaluate(average, gum_batches, tags).items()), flush=True)
        weights = {k: np.asarray(v) for k, v in average.items()}
        export.write(a.out, {k: v for k, v in weights.items() if not k.startswith("mlm_")}, tags, rules, exceptions)
        if a.save: np.savez(a.save, **weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
