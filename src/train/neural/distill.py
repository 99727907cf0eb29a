"""Trains several wide networks (teachers) and the shipped shape on what they agree on (students); exports the students.

    python distill.py --ud FOLDER --news news.conllu --constructions FILE --out FOLDER [--teacher-steps N] [--student-steps N] [--seed N]

Teachers: the network of train.py with other sizes, side by side on the same batches (one vmapped program), treebanks in turn with news
text whose hidden words they must name. Students: the treebanks in turn with news sentences, for which the mean of the teachers'
probabilities of tags, lemma rules, heads and relations is what they are to say (Hinton et al. 2015), though they see the words
through dropout and the teachers did not. Students differ in seed and in the settings of STUDENTS. Made for a GPU; runs on a CPU too.
"""
import argparse, functools, math, os, sys, time
from concurrent.futures import ThreadPoolExecutor
import train
import numpy as np
import jax, jax.numpy as jnp, optax
from collections import Counter
import batches, corpus, export

VOCABULARY, HIDDEN, WARM = 8000, 0.15, 300
TREE_SHAPES, NEWS_SHAPES, SHORTEST_NEWS = [(16, 240), (32, 120), (64, 60), (160, 22)], [(24, 180), (44, 100)], 5
TEACHER = dict(width=384, arc=192, label=192, tables=2, drop=1.35)
STUDENT = dict(width=160, arc=96, label=96, tables=1, drop=1.0)
STUDENTS = [dict(soft=1.0, tag=0.6, lemma=0.3, rate=1.0), dict(soft=1.0, tag=1.0, lemma=0.5, rate=1.0), dict(soft=2.0, tag=1.0, lemma=0.5, rate=1.0),
            dict(soft=1.0, tag=1.0, lemma=0.5, rate=1.5), dict(soft=2.0, tag=1.0, lemma=0.5, rate=1.5), dict(soft=0.5, tag=1.0, lemma=0.5, rate=1.0)]
TABLE_SIZES = dict(train.EMB)


train.RECUR = train.recur_at_once


def shape_network(s):
    """Sets the sizes that train.py reads when a program is traced."""
    train.D, train.ARC, train.LAB, train.DROP = s["width"], s["arc"], s["label"], s["drop"]
    train.EMB = {k: v * s["tables"] for k, v in TABLE_SIZES.items()}


def hidden_loss(p, batch, key):
    k1, k2 = jax.random.split(key)
    hide = jax.random.bernoulli(k1, HIDDEN, batch["mask"].shape) * batch["mask"]
    x = train.encode(p, dict(batch, hide=hide), k2)
    scores = jax.nn.relu(x @ p["mlm_w"] + p["mlm_b"]) @ p["mlm_out_w"] + p["mlm_out_b"]
    weight = hide * (batch["hidden"] >= 0)
    return (optax.softmax_cross_entropy_with_integer_labels(scores, jnp.maximum(batch["hidden"], 0)) * weight).sum() / jnp.maximum(weight.sum(), 1)


def tree_loss(p, batch, key, h):
    k1, k2, k3 = jax.random.split(key, 3)
    return train.tree_loss(p, train.encode(p, batch, k1), batch, k2, k3, h["tag"], h["lemma"])


def scores(p, x, batch, keys=(None, None), at=None):
    """Log probabilities of tags, lemma rules, heads and relations (of the heads `at`, or the likeliest)."""
    tag, lem, arc, ld, lh = train.heads(p, x, keys[0])
    B, L = batch["mask"].shape
    valid = jnp.concatenate([jnp.ones((B, 1)), batch["mask"]], 1)[:, None, :]
    own = jnp.arange(1, L + 1)[:, None] == jnp.arange(L + 1)[None]
    arc = jnp.where((valid > 0) & ~own[None], arc, -1e9)
    if at is None: at = arc.argmax(-1)
    return [jax.nn.log_softmax(v) for v in (tag, lem, arc, train.label_scores(p, ld, lh, at, keys[1]))]


def soft_loss(p, batch, soft, key, h):
    k1, k2, k3 = jax.random.split(key, 3)
    said = scores(p, train.encode(p, batch, k1), batch, (k2, k3), soft[2].argmax(-1))
    mask = batch["mask"]
    def ce(wanted, logs): return (-(wanted.astype(jnp.float32) * jnp.maximum(logs, -30.0)).sum(-1) * mask).sum() / mask.sum()
    tag, lemma, arc, label = (ce(w, s) for w, s in zip(soft, said))
    return h["soft"] * (arc + label + h["tag"] * tag + h["lemma"] * lemma)


class Crew:
    """Networks of one shape that learn side by side, their running averages, and the compiled steps, one per shape of batch."""

    def __init__(self, tables, shape, settings, sizes, seed, steps, rate, decay, hidden):
        shape_network(shape); self.tables = tables
        self.settings = {k: jnp.asarray([s[k] for s in settings]) for k in settings[0]}; self.count = len(settings); self.decay = decay; self.steps, self.compiled = 0, {}
        self.key, k = jax.random.split(jax.random.PRNGKey(seed))
        def init(k):
            p = train.init(k, *sizes)
            if hidden:
                k1, k2 = jax.random.split(jax.random.fold_in(k, 1))
                p["mlm_w"] = jax.random.normal(k1, (train.D, train.D)) / np.sqrt(train.D); p["mlm_b"] = jnp.zeros(train.D)
                p["mlm_out_w"] = jax.random.normal(k2, (train.D, VOCABULARY)) * 0.02; p["mlm_out_b"] = jnp.zeros(VOCABULARY)
            return p
        self.p = jax.vmap(init)(jax.random.split(k, self.count)); self.average = jax.tree.map(jnp.copy, self.p)
        self.curve = lambda done: rate * (min(1.0, done / WARM) if done < WARM else 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (done - WARM) / max(1, self.last - WARM))))
        self.last = steps
        self.optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.scale_by_adam(b2=0.98), optax.add_decayed_weights(1e-3))
        self.state = jax.vmap(self.optimiser.init)(self.p)

    def step(self, loss, changes, tables, p, state, average, settings, arrays, soft, rows, key, decay, pace):
        k1, k2 = jax.random.split(key)
        batch = batches.gather(tables, arrays, rows, k1 if changes else None)
        wanted = [v[rows] for v in soft]
        def one(p, state, average, h, key):
            value, grads = jax.value_and_grad(lambda p: loss(p, batch, wanted, key, h))(p)
            updates, state = self.optimiser.update(grads, state, p)
            p = optax.apply_updates(p, jax.tree.map(lambda u: u * (-pace * h["rate"]), updates))
            return p, state, jax.tree.map(lambda m, v: decay * m + (1 - decay) * v, average, p), value
        return jax.vmap(one)(p, state, average, settings, jax.random.split(k2, self.count))

    def prepare(self, pool, name, loss, changes, groups, soft):
        """Traces a step for each group and has it compiled in the background."""
        for n, g in enumerate(groups):
            args = (self.tables, self.p, self.state, self.average, self.settings, g.arrays, soft[n] if soft else [], jnp.zeros(g.size, jnp.int32), self.key, jnp.float32(0), jnp.float32(0))
            lowered = jax.jit(functools.partial(self.step, loss, changes), donate_argnums=(1, 2, 3)).lower(*args)
            self.compiled[name, g.length] = pool.submit(lowered.compile)

    def learn(self, name, g, rows, soft):
        self.key, k = jax.random.split(self.key); self.steps += 1
        self.p, self.state, self.average, value = self.compiled[name, g.length].result()(
            self.tables, self.p, self.state, self.average, self.settings, g.arrays, soft, jnp.asarray(rows), k, jnp.float32(min(self.decay, (1 + self.steps) / (10 + self.steps))), jnp.float32(self.curve(self.steps)))
        return value


def say(tables, p, arrays, rows):
    """The mean of the probabilities of all networks."""
    batch = batches.gather(tables, arrays, rows)
    x = jax.vmap(lambda p: train.encode(p, batch, None))(p)
    means = [jnp.exp(v).mean(0) for v in jax.vmap(lambda p, x: scores(p, x, batch)[:3])(p, x)]
    label = jnp.exp(jax.vmap(lambda p, x: scores(p, x, batch, at=means[2].argmax(-1))[3])(p, x)).mean(0)
    return [v.astype(jnp.float16) for v in means + [label]]


def rate(maps, tables, p, arrays, rows):
    """Right answers per network, and the number of words: universal tags, lemma rules, heads, heads with relations."""
    batch = batches.gather(tables, arrays, rows); mask = batch["mask"] > 0
    def one(p):
        tag, lemma, head, label = (v.argmax(-1) for v in scores(p, train.encode(p, batch, None), batch))
        at = (head == batch["heads"]) & mask
        return jnp.stack([((maps[0][tag] == maps[0][batch["tags"]]) & (batch["tags"] >= 0) & mask).sum(), ((lemma == batch["lemmas"]) & mask).sum(), at.sum(), (at & (maps[1][label] == maps[1][batch["labels"]])).sum()])
    return jax.vmap(one)(p), mask.sum()


class Judge:
    """Scores on sets of sentences, each at once."""

    def __init__(self, pool, tables, tags, sets, p):
        upos = sorted({t.split("|")[0] for t in tags})
        self.maps = [jnp.asarray([upos.index(t.split("|")[0]) for t in tags]), jnp.asarray([corpus.RELATIONS.index(r.split(":")[0]) for r in corpus.RELATIONS])]
        self.tables, self.sets = tables, sets
        self.programs = {(name, g.length): pool.submit(jax.jit(functools.partial(rate, self.maps)).lower(tables, p, g.arrays, np.arange(g.count, dtype=np.int32)).compile) for name, groups in sets.items() for g in groups}

    def report(self, title, p, begin):
        for name, groups in self.sets.items():
            parts = [self.programs[name, g.length].result()(self.tables, p, g.arrays, np.arange(g.count, dtype=np.int32)) for g in groups]
            right, words = sum(np.asarray(r) for r, _ in parts), sum(int(n) for _, n in parts)
            print(title, name, "UPOS lemma UAS LAS", *("/".join(f"{100 * v / words:.2f}" for v in row) for row in right), f"{time.time() - begin:.0f} s", flush=True)


def learn_all(crew, kinds, random, steps, seconds, title, begin, every=0, after=lambda step: None):
    """kinds: (name, groups, soft) in turn. With `seconds`, as many steps as fit by the pace of the first ones."""
    for program in crew.compiled.values(): program.result()
    print(title, "compiled", f"{time.time() - begin:.0f} s", flush=True)
    queues, step, mark = {k[0]: [] for k in kinds}, 0, 0.0
    while step < steps:
        step += 1
        for name, groups, soft in kinds:
            if not queues[name]: queues[name] = batches.schedule(groups, random)
            g, rows = queues[name].pop()
            value = crew.learn(name, g, rows, soft[groups.index(g)] if soft else [])
        if step in (30, 130): np.asarray(value); mark, before = time.time(), mark
        if step == 130 and seconds:
            steps = max(150, min(steps, int(seconds / (mark - before) * 100))); crew.last = len(kinds) * steps
            print(title, f"{10 * (mark - before):.1f} ms a step, {steps} steps", flush=True)
        if (every and step % every == 0) or step == steps:
            print(title, step, "loss", np.asarray(value).round(3), f"{time.time() - begin:.0f} s", flush=True); after(step)


def main():
    a = argparse.ArgumentParser()
    for name in ("ud", "news", "constructions", "out"): a.add_argument("--" + name, required=True)
    a.add_argument("--teacher-steps", type=int, default=6000); a.add_argument("--student-steps", type=int, default=20000); a.add_argument("--seed", type=int, default=17)
    a.add_argument("--teacher-seconds", type=float, default=0); a.add_argument("--until", type=float, default=0)
    a.add_argument("--teachers", type=int, default=6); a.add_argument("--students", type=int, default=len(STUDENTS)); a.add_argument("--limit", type=int, default=0); a.add_argument("--every", type=int, default=1500)
    a = a.parse_args(); begin, random = time.time(), np.random.default_rng(a.seed)
    free = corpus.read(a.ud + "/en_ewt-ud-train.conllu") + corpus.read(a.ud + "/en_gum-ud-train.conllu", corpus.FREE_GENRES)
    own = corpus.read(a.constructions); trees = free + own * 2
    news = [s for s in corpus.read(a.news) if len(s.forms) >= SHORTEST_NEWS and sum(w[0].isalpha() for w in s.forms) >= 0.6 * len(s.forms)]
    dev = corpus.read(a.ud + "/en_ewt-ud-dev.conllu"); gum = corpus.read(a.ud + "/en_gum-ud-dev.conllu", {"news"})
    if a.limit: trees, news, dev = trees[:a.limit], news[:a.limit], dev[:a.limit]
    tags, rules, exceptions = train.inventory(free)
    tag_ids = {t: i for i, t in enumerate(tags)}; rule_ids = {r: i for i, r in enumerate(rules)}
    counts = Counter(corpus.plain(w) for s in news + free for w in s.forms)
    vocabulary = {w: i for i, (w, _) in enumerate(sorted(counts.items(), key=lambda e: (-e[1], e[0]))[:VOCABULARY])}
    words = batches.Words()
    group = lambda s, shapes: batches.group(s, shapes, words, tag_ids, rule_ids)
    tree_groups, news_groups = group(trees, TREE_SHAPES), group(news, NEWS_SHAPES)
    sets = {"dev": group(dev, [(32, 400), (80, 160)]), "GUM news": group(gum, [(80, 60)])}
    tables = words.tables(vocabulary)
    print(len(free), "+", len(own), "trees,", sum(len(s.forms) for s in free), "words;", sum(g.count for g in news_groups), "news sentences;", len(tags), "tags", len(rules), "rules", f"{time.time() - begin:.0f} s", flush=True)
    same = dict(soft=1.0, tag=1.0, lemma=0.5, rate=1.0); sizes = (len(tags), len(rules))
    seen = lambda p, batch, wanted, key, h: tree_loss(p, batch, key, h)
    pool = ThreadPoolExecutor(14)
    teachers = Crew(tables, TEACHER, [same] * a.teachers, sizes, a.seed, 2 * a.teacher_steps, 2e-3, 0.998, True)
    teachers.prepare(pool, "news", lambda p, batch, wanted, key, h: hidden_loss(p, batch, key), False, news_groups, None)
    teachers.prepare(pool, "trees", seen, True, tree_groups, None)
    heard = lambda: {k: v for k, v in teachers.average.items() if not k.startswith("mlm_")}
    speak = {id(g): pool.submit(jax.jit(say).lower(tables, heard(), g.arrays, np.zeros(g.size, np.int32)).compile) for g in news_groups + [g for some in sets.values() for g in some]}
    students = Crew(tables, STUDENT, STUDENTS[:a.students], sizes, a.seed + 1, 2 * a.student_steps, 2.5e-3, 0.9995, False)
    shapes = [[jax.ShapeDtypeStruct((g.count, g.length, n), jnp.float16) for n in (*sizes, g.length + 1, len(corpus.RELATIONS))] for g in news_groups]
    students.prepare(pool, "news", lambda p, batch, wanted, key, h: soft_loss(p, batch, wanted, key, h), True, news_groups, shapes)
    students.prepare(pool, "trees", seen, True, tree_groups, None)
    judge = Judge(pool, tables, tags, sets, students.average)
    learn_all(teachers, [("news", news_groups, None), ("trees", tree_groups, None)], random, a.teacher_steps, a.teacher_seconds, "teachers", begin)
    soft = [listen(speak[id(g)].result(), tables, heard(), g) for g in news_groups]
    agree(judge, speak, heard(), begin)
    os.makedirs(a.out, exist_ok=True)
    np.savez_compressed(a.out + "/silver.npz", **{f"{k}{g.length}": np.asarray(v.argmax(-1)).astype(np.int16) for g, said in zip(news_groups, soft) for k, v in zip(("tag", "lemma", "head", "label"), said)})
    def after(step):
        judge.report("students", students.average, begin)
        for n in range(students.count): export.write(f"{a.out}/student{n}.model", {k: np.asarray(v[n]) for k, v in students.average.items()}, tags, rules, exceptions)
    seconds = a.until - (time.time() - begin) if a.until else 0
    learn_all(students, [("news", news_groups, soft), ("trees", tree_groups, None)], random, a.student_steps, seconds, "students", begin, a.every, after)
    return 0


def listen(program, tables, p, g):
    """What the teachers say of every sentence of a group."""
    said = [program(tables, p, g.arrays, np.resize(rows, g.size)) for rows in g.in_order()]
    return [jnp.concatenate(v)[:g.count] for v in zip(*said)]


def agree(judge, speak, teachers, begin):
    """What the teachers reach together."""
    for name, groups in judge.sets.items():
        right, words = np.zeros(4), 0
        for g in groups:
            tag, lemma, head, label = (np.asarray(v.argmax(-1)) for v in listen(speak[id(g)].result(), judge.tables, teachers, g))
            b = {k: np.asarray(v) for k, v in g.arrays.items()}; mask = b["form"] > 0; upos, universal = (np.asarray(m) for m in judge.maps)
            at = (head == b["head"]) & mask; words += mask.sum()
            right += [((upos[tag] == upos[b["tag"]]) & (b["tag"] >= 0) & mask).sum(), ((lemma == b["lemma"]) & mask).sum(), at.sum(), (at & (universal[label] == universal[b["label"]])).sum()]
        print("teachers together", name, "UPOS lemma UAS LAS", (100 * right / words).round(2), f"{time.time() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
