"""Sentences as arrays of word numbers, grouped by length, from which batches are gathered where the network runs.

A word's features are computed once per form; a form's upper-case, lower-case and capitalised twins have numbers too, so changing the
case of a sentence is a look-up. Used by distill.py; train.py and adapt.py build their batches on the host.
"""
import numpy as np
import jax, jax.numpy as jnp
import corpus

TWINS = 4                     # as written, upper, lower, capitalised
CASE_LIMITS = (0.05, 0.09, 0.12)   # chances of the three changes, added up


class Words:
    """Numbers of forms; 0 is padding."""

    def __init__(self):
        self.numbers, self.forms = {"": 0}, [""]

    def number(self, form):
        if form not in self.numbers:
            self.numbers[form] = len(self.forms); self.forms.append(form)
        return self.numbers[form]

    def tables(self, vocabulary):
        """Features of every form, its twins, and its place in the vocabulary of hidden words (-1: none)."""
        twins = np.zeros((len(self.forms), TWINS), np.int32)
        for n, form in enumerate(list(self.forms)):
            twins[n] = [n, self.number(form.upper()), self.number(form.lower()), self.number(form[:1].upper() + form[1:])]
        count = len(self.forms)
        twins = np.concatenate([twins, np.repeat(np.arange(len(twins), count, dtype=np.int32)[:, None], TWINS, 1)])
        ids = np.zeros((count, 5), np.int32); grams = np.zeros((count, corpus.MOST_GRAMS), np.int32); some = np.zeros((count, corpus.MOST_GRAMS), np.float32)
        hidden = np.full(count, -1, np.int32)
        for n, form in enumerate(self.forms[1:], 1):
            f = corpus.features(form); ids[n] = f[:5]; grams[n, :len(f[5])] = f[5]; some[n, :len(f[5])] = 1
            hidden[n] = vocabulary.get(corpus.plain(form), -1)
        return {k: jnp.asarray(v) for k, v in dict(ids=ids, grams=grams, some=some, twins=twins, hidden=hidden).items()}


class Group:
    """Sentences of at most `length` words, `size` to a batch."""

    def __init__(self, sentences, length, size, words, tag_ids, rule_ids):
        n = len(sentences); self.length, self.size, self.count = length, min(size, max(n, 1)), n
        form = np.zeros((n, length), np.int32); tag = np.full((n, length), -1, np.int32); lemma = tag.copy(); head = form.copy(); label = form.copy()
        for i, s in enumerate(sentences):
            m = len(s.forms)
            form[i, :m] = [words.number(w) for w in s.forms]
            tag[i, :m] = [tag_ids.get(t, -1) for t in s.tags]
            lemma[i, :m] = [rule_ids.get(corpus.lemma_rule(w, l), -1) for w, l in zip(s.forms, s.lemmas)]
            head[i, :m] = s.heads
            label[i, :m] = [corpus.RELATIONS.index(r) for r in s.relations]
        self.arrays = {k: jnp.asarray(v) for k, v in dict(form=form, tag=tag, lemma=lemma, head=head, label=label).items()}

    def rows(self, random):
        """The numbers of the sentences of each batch, in random order; the last batch is filled up from the front."""
        order = random.permutation(self.count).astype(np.int32)
        order = np.concatenate([order, order[: -self.count % self.size]])
        return order.reshape(-1, self.size)

    def in_order(self):
        order = np.arange(self.count, dtype=np.int32)
        return [order[i:i + self.size] for i in range(0, self.count, self.size)]


def group(sentences, shapes, words, tag_ids, rule_ids):
    groups, shortest = [], 0
    for length, size in shapes:
        mine = [s for s in sentences if shortest < len(s.forms) <= length]; shortest = length
        if mine: groups.append(Group(mine, length, size, words, tag_ids, rule_ids))
    return groups


def schedule(groups, random):
    """One epoch: (group, rows) pairs in random order."""
    pairs = [(g, rows) for g in groups for rows in g.rows(random)]
    return [pairs[i] for i in random.permutation(len(pairs))]


def gather(tables, arrays, rows, key=None):
    """The batch that train.encode and train.tree_loss read; with a key some sentences change their case and lose their lemmas."""
    b = {k: v[rows] for k, v in arrays.items()}
    mask = (b["form"] > 0).astype(jnp.float32); form, lemma = b["form"], b["lemma"]
    if key is not None:
        chance = jax.random.uniform(key, (form.shape[0], 1))
        twin = jnp.select([chance < c for c in CASE_LIMITS], [1, 2, 3], 0)
        form = tables["twins"][form, jnp.broadcast_to(twin, form.shape)]
        lemma = jnp.where(twin > 0, -1, lemma)
    return dict(ids=tables["ids"][form], grams=tables["grams"][form], gram_mask=tables["some"][form], mask=mask, tags=b["tag"], lemmas=lemma,
                heads=b["head"], labels=b["label"], hidden=tables["hidden"][form])
