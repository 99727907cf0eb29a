"""Makes trees for news constructions that the treebanks hardly hold, right by construction.

    python constructions.py --out ../data/news_constructions.conllu [--count 300] [--seed 5]

Every sentence is composed from phrases that carry their own trees, after the conventions of EWT and GUM: particles are
compound:prt, "shot dead" has an xcomp, the person told is iobj, titles are nmod:desc, fronted quotations are ccomp of "said".
"""
import argparse, random

PAST = "VERB|Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
AUX_PAST = "AUX|Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
AUX_PRES = "AUX|Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
PART, PASSIVE, INF, ING = "VERB|Tense=Past|VerbForm=Part", "VERB|Tense=Past|VerbForm=Part|Voice=Pass", "VERB|VerbForm=Inf", "VERB|Tense=Pres|VerbForm=Part"
COUNTRIES = "Ukraine Russia Iran Israel Turkey Pakistan India China Syria Iraq Egypt Sudan Kenya Serbia Poland Georgia Armenia Qatar Jordan Cuba Brazil Chile Japan Somalia Ethiopia Libya Mali Nigeria Spain France Germany Greece Italy Moscow Kyiv Tehran Beijing Washington Ankara London Paris NATO".split()
ADJECTIVES = "Russian Ukrainian Iranian Israeli Turkish Pakistani Indian Chinese Syrian Iraqi Egyptian Sudanese Kenyan Serbian Polish Georgian Armenian Cuban Brazilian Japanese Somali Ethiopian Libyan Malian Nigerian Spanish French German Greek Italian Saudi British Afghan American Yemeni Lebanese".split()
GROUPS = "troops|troop soldiers|soldier forces|force rebels|rebel militants|militant officials|official gunmen|gunman protesters|protester diplomats|diplomat prosecutors|prosecutor lawmakers|lawmaker activists|activist fighters|fighter guards|guard warplanes|warplane police|police insurgents|insurgent commanders|commander separatists|separatist jets|jet authorities|authority".split()
PEOPLE = "soldiers|soldier civilians|civilian villagers|villager protesters|protester policemen|policeman children|child fighters|fighter workers|worker journalists|journalist hostages|hostage teachers|teacher farmers|farmer prisoners|prisoner students|student migrants|migrant".split()
ACTORS = "army government court president minister parliament police mob cabinet council commission navy union opposition ministry judge mayor general embassy regime".split()
THINGS = "helicopter drone tank jet missile bridge base convoy ship depot factory warplane tanker satellite train checkpoint boat radar".split()
PLACES = "capital city village region town port market province valley".split()
CITIES = "Kharkiv Aleppo Mosul Gaza Goma Kabul Donetsk Tripoli Kandahar Benghazi".split()
PARTICIPLES = {"blew": "blown", "took": "taken", "broke": "broken", "drove": "driven", "gave": "given", "beat": "beaten", "drew": "drawn"}
FIRST = "Maria John Anna Viktor Hassan Ali Elena Pedro Samuel Laila Omar Grace Ivan Fatima Tomas Nadia Karim Ruth Oleg Amina".split()
LAST = "Petrov Haddad Okello Moreno Lindqvist Karimi Novak Bekele Santos Yilmaz Rahman Kovac Mensah Orlov Farah Duarte Sokolov Baptiste Danilo Mwangi".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine ten 12 15 20 34 100".split()
# form, lemma, particle: the object follows the particle or comes between
PARTICLES = [("shot", "shoot", "down", "THING"), ("blew", "blow", "up", "THING"), ("took", "take", "over", "THING"), ("set", "set", "up", "MAKE"), ("called", "call", "off", "EVENT"),
             ("broke", "break", "off", "EVENT"), ("turned", "turn", "down", "EVENT"), ("ruled", "rule", "out", "EVENT"), ("stepped", "step", "up", "EVENT"), ("carried", "carry", "out", "EVENT"),
             ("handed", "hand", "over", "PERSON"), ("rounded", "round", "up", "PEOPLE"), ("pulled", "pull", "out", "PEOPLE"), ("drove", "drive", "back", "PEOPLE"), ("laid", "lay", "off", "PEOPLE"),
             ("cut", "cut", "off", "AID"), ("gave", "give", "up", "THING"), ("put", "put", "off", "EVENT"), ("held", "hold", "back", "PEOPLE"), ("kicked", "kick", "out", "PEOPLE"), ("wiped", "wipe", "out", "PEOPLE"),
             ("sent", "send", "back", "PEOPLE"), ("broke", "break", "up", "EVENT"), ("shut", "shut", "down", "THING"), ("turned", "turn", "over", "PERSON"), ("drew", "draw", "up", "MAKE")]
PLAIN = [("shelled", "shell", "THING"), ("bombed", "bomb", "THING"), ("seized", "seize", "THING"), ("struck", "strike", "THING"), ("attacked", "attack", "THING"), ("hit", "hit", "THING"), ("stormed", "storm", "THING"),
         ("shot", "shoot", "PEOPLE"), ("killed", "kill", "PEOPLE"), ("wounded", "wound", "PEOPLE"), ("freed", "free", "PEOPLE"), ("detained", "detain", "PEOPLE"), ("arrested", "arrest", "PEOPLE"), ("kidnapped", "kidnap", "PEOPLE"), ("beat", "beat", "PEOPLE"), ("jailed", "jail", "PEOPLE"), ("expelled", "expel", "PEOPLE"),
         ("opposed", "oppose", "EVENT"), ("rejected", "reject", "EVENT"), ("backed", "back", "EVENT"), ("condemned", "condemn", "EVENT"), ("welcomed", "welcome", "EVENT"), ("halted", "halt", "EVENT"), ("suspended", "suspend", "AID"), ("blocked", "block", "AID"), ("cut", "cut", "AID"), ("downed", "down", "THING"), ("torched", "torch", "THING"), ("rocked", "rock", "THING"), ("slammed", "slam", "EVENT"), ("mulled", "mull", "EVENT"), ("vetoed", "veto", "EVENT")]
EVENTS = "talks|talk|Plur offensive|offensive|Sing raid|raid|Sing strike|strike|Sing election|election|Sing proposal|proposal|Sing ceasefire|ceasefire|Sing deal|deal|Sing sanctions|sanction|Plur visit|visit|Sing attack|attack|Sing plan|plan|Sing summit|summit|Sing resolution|resolution|Sing move|move|Sing".split()
AID = "aid|aid|Sing ties|tie|Plur relations|relation|Plur supplies|supply|Plur funding|funding|Sing exports|export|Plur".split()
MAKE = "commission|commission|Sing camp|camp|Sing committee|committee|Sing tribunal|tribunal|Sing roadblocks|roadblock|Plur plan|plan|Sing".split()


class Node:
    """A word with the phrases before and after it, each with its relation."""

    def __init__(self, form, lemma, tag, before=(), after=(), plural=False):
        self.form, self.lemma, self.tag, self.before, self.after, self.plural = form, lemma, tag, list(before), list(after), plural

    def words(self):
        for r, n in self.before: yield from n.words()
        yield self
        for r, n in self.after: yield from n.words()

    def arcs(self):
        for r, n in self.before + self.after:
            yield n, self, r
            yield from n.arcs()


def word(form, tag, lemma=None): return Node(form, lemma or form.lower(), tag)
def the(): return word("the", "DET|Definite=Def|PronType=Art")
def a(next_form): return Node("an" if next_form[0].lower() in "aeiou" else "a", "a", "DET|Definite=Ind|PronType=Art")
def comma(): return word(",", "PUNCT")
def case(form): return word(form, "ADP")
def proper(name): return Node(name, name, "PROPN|Number=Sing")


class Maker:
    def __init__(self, seed): self.r = random.Random(seed)
    def pick(self, items): return self.r.choice(items)
    def chance(self, p): return self.r.random() < p

    def country(self): return proper(self.pick(COUNTRIES))

    def noun(self, form, lemma, plural, before): return Node(form, lemma, "NOUN|Number=" + ("Plur" if plural else "Sing"), before, plural=plural)

    def adjective(self):
        name = self.pick(ADJECTIVES)
        return "amod", Node(name, name, "ADJ|Degree=Pos")

    def group(self):
        form, lemma = self.pick(GROUPS).split("|")
        before = [self.adjective()] if self.chance(0.6) else []
        n = self.noun(form, lemma, True, before)
        if form == "police": n.tag = "NOUN|Number=Sing"
        return n

    def person(self):
        first = proper(self.pick(FIRST))
        first.after.append(("flat", proper(self.pick(LAST))))
        kind = self.r.randrange(4)
        if kind == 0: first.before.append(("nmod:desc", proper(self.pick(["President", "General", "Senator", "Governor", "Colonel", "Judge"]))))
        if kind == 1:
            title = proper("Minister"); title.before.append(("amod", Node("Prime", "Prime", "ADJ|Degree=Pos")))
            first.before.append(("nmod:desc", title))
        if kind == 2:
            post, of = self.pick([("leader", "party"), ("head", "commission"), ("spokesman", "ministry"), ("commander", "brigade"), ("chairman", "committee")])
            place = word(of, "NOUN|Number=Sing"); place.before = [("case", case("of" if post != "spokesman" else "for")), ("det", the())]
            role = word(post, "NOUN|Number=Sing"); role.before = [("punct", comma()), ("det", the())] if self.chance(0.5) else [("punct", comma())]; role.after = [("nmod", place)]
            first.after += [("appos", role), ("punct", comma())]
        return first

    def actor(self):
        form = self.pick(ACTORS)
        before = [("det", the())]
        if self.chance(0.4): before.append(self.adjective())
        return self.noun(form, form, False, before)

    def people(self):
        form, lemma = self.pick(PEOPLE).split("|")
        before = []
        k = self.r.randrange(4)
        if k < 2:
            before.append(("nummod", word(self.pick(NUMBERS), "NUM|NumType=Card")))
        if k != 3 and self.chance(0.5): before.append(self.adjective())
        if k == 3: before.append(("det", the()))
        return self.noun(form, lemma, True, before)

    def thing(self):
        form = self.pick(THINGS)
        mods = [self.adjective()] if self.chance(0.6) else []
        if mods and self.chance(0.3): mods.append(("amod", word("military", "ADJ|Degree=Pos")))
        first = mods[0][1].form if mods else form
        if self.chance(0.25):
            mods.insert(0, ("nummod", word(self.pick(["two", "three", "four", "six"]), "NUM|NumType=Card")))
            return self.noun(form + "s", form, True, mods)
        return self.noun(form, form, False, [("det", a(first) if self.chance(0.7) else the())] + mods)

    def entry(self, table, article=True):
        form, lemma, number = self.pick(table).split("|")
        mods = [self.adjective()] if self.chance(0.25) else []
        first = mods[0][1].form if mods else form
        if article and number == "Sing": mods.insert(0, ("det", self.pick([the(), a(first), the()])))
        elif self.chance(0.3): mods.insert(0, ("det", the()))
        return self.noun(form, lemma, number == "Plur", mods)

    def object(self, kind):
        if kind == "THING": return self.thing()
        if kind == "PEOPLE": return self.people()
        if kind == "EVENT": return self.entry(EVENTS)
        if kind == "AID": return self.entry(AID, False)
        if kind == "MAKE": return self.entry(MAKE)
        form = self.pick(["fugitive", "suspect", "hostage", "general", "pilot", "dissident"])
        return self.noun(form, form, False, [("det", self.pick([the(), a(form)]))])

    def subject(self):
        k = self.r.randrange(8)
        if k < 3: return self.country()
        if k < 5: return self.group()
        if k < 7: return self.actor()
        return self.person()

    def names(self, few=2, most=4):
        names = self.r.sample(COUNTRIES, self.r.randint(few, most))
        head = proper(names[0]); head.plural = True
        for i, n in enumerate(names[1:]):
            last = i == len(names) - 2
            part = proper(n)
            if not last or (len(names) > 2 and self.chance(0.5)): part.before.append(("punct", comma()))
            if last: part.before.append(("cc", word("and", "CCONJ")))
            head.after.append(("conj", part))
        return head

    def where(self):
        place = word(self.pick(PLACES), "NOUN|Number=Sing"); place.before = [("case", case(self.pick(["in", "near", "in"]))), ("det", the())]
        if self.chance(0.4): place = proper(self.pick(CITIES)); place.before = [("case", case(self.pick(["in", "near", "outside"])))]
        return "obl", place

    def when(self):
        day = proper(self.pick(DAYS))
        if self.chance(0.7): day.before = [("case", case("on"))]; return "obl", day
        return "obl:unmarked", day

    def circumstances(self):
        out = []
        if self.chance(0.35): out.append(self.where())
        if self.chance(0.35): out.append(self.when())
        return out

    def finite(self, form, lemma, subject, after):
        return Node(form, lemma, PAST.format("Plur" if subject.plural else "Sing"), [("nsubj", subject)], after)

    # clauses: transitive past verbs
    def transitive(self, subject=None):
        form, lemma, kind = self.pick(PLAIN)
        return self.finite(form, lemma, subject or self.subject(), [("obj", self.object(kind))] + self.circumstances())

    def particle(self, subject=None):
        form, lemma, particle, kind = self.pick(PARTICLES + [PARTICLES[0]] * 3)
        parts = [("compound:prt", case(particle)), ("obj", self.object(kind))]
        if self.chance(0.2): parts.reverse()
        if kind == "PERSON":
            to = self.country(); to.before = [("case", case("to"))]; parts.append(("obl", to))
        return self.finite(form, lemma, subject or self.subject(), parts + self.circumstances())

    def shot_dead(self):
        dead = ("xcomp", word("dead", "ADJ|Degree=Pos"))
        if self.chance(0.4):
            subject = self.people()
            node = Node("shot", "shoot", PASSIVE, [("nsubj:pass", subject), ("aux:pass", Node("were", "be", AUX_PAST.format("Plur")))], [dead])
            if self.chance(0.5):
                by = self.group(); by.before.insert(0, ("case", case("by"))); node.after.append(("obl:agent", by))
            node.after += self.circumstances()
            return node
        person = self.people() if self.chance(0.7) else self.object("PERSON")
        return self.finite("shot", "shoot", self.group() if self.chance(0.7) else self.subject(), [dead, ("obj", person)] + self.circumstances())

    def clause(self, that=False, perfect=None):
        node = self.r.choice([self.transitive, self.transitive, self.particle])()
        if perfect or (perfect is None and self.chance(0.4)):
            had = Node("had", "have", AUX_PAST.format("Plur" if node.before[0][1].plural else "Sing"))
            node.before.append(("aux", had)); node.tag = PART
            node.form = PARTICIPLES.get(node.form, node.form)
        if that: node.before.insert(0, ("mark", word("that", "SCONJ")))
        return node

    def told(self):
        form, lemma = self.pick([("told", "tell")] * 4 + [("warned", "warn"), ("informed", "inform"), ("assured", "assure"), ("reminded", "remind")])
        hearer = self.pick([self.actor, self.actor, self.group, self.country])()
        if self.chance(0.3): hearer = Node("reporters", "reporter", "NOUN|Number=Plur", plural=True)
        speaker = self.person() if self.chance(0.5) else self.actor()
        return self.finite(form, lemma, speaker, [("iobj", hearer)] + ([self.when()] if self.chance(0.3) else []) + [("ccomp", self.clause(that=self.chance(0.85), perfect=True if self.chance(0.6) else None))])

    def said(self):
        form, lemma = self.pick([("said", "say")] * 4 + [("announced", "announce"), ("confirmed", "confirm"), ("claimed", "claim"), ("reported", "report"), ("admitted", "admit"), ("alleged", "allege")])
        speaker = self.pick([self.person, self.actor, self.group, self.country])()
        return self.finite(form, lemma, speaker, ([self.when()] if self.chance(0.25) else []) + [("ccomp", self.clause(that=self.chance(0.6)))])

    def inverted(self):
        clause = self.clause()
        speaker = self.pick([self.person, self.actor, self.group])()
        node = Node("said", "say", PAST.format("Plur" if speaker.plural else "Sing"))
        quoted = self.chance(0.6)
        if quoted:
            clause.before.insert(0, ("punct", word('"', "PUNCT")))
            close = [("punct", comma()), ("punct", word('"', "PUNCT"))]
            clause.after.append(close[1]); node.before = [("ccomp", clause)]
            clause.after.insert(-1, ("punct", close[0][1]))
        else: node.before = [("ccomp", clause), ("punct", comma())]
        if self.chance(0.55): node.after = [("nsubj", speaker)] + ([self.when()] if self.chance(0.4) else [])
        else: node.before.append(("nsubj", speaker)); node.after = [self.when()] if self.chance(0.3) else []
        return node

    def listed(self):
        subject = self.names(2, 4)
        node = self.pick([self.transitive, self.particle])(subject)
        if self.chance(0.4):
            node.before.append(("aux", Node("have", "have", AUX_PRES.format("Plur")))); node.tag = PART
            node.form = PARTICIPLES.get(node.form, node.form)
        if self.chance(0.5):
            after = self.transitive(); after.before.insert(0, ("mark", word(self.pick(["after", "while", "as"]), "SCONJ")))
            node.after.append(("advcl", after))
        return node

    def asked(self):
        form, lemma = self.pick([("urged", "urge"), ("ordered", "order"), ("asked", "ask"), ("warned", "warn"), ("pressed", "press"), ("called", "call")])
        target = self.pick([self.country, self.group, self.actor])()
        inf, kind = self.pick([("free", "PEOPLE"), ("halt", "EVENT"), ("reject", "EVENT"), ("release", "PEOPLE"), ("suspend", "AID"), ("withdraw", "PEOPLE"), ("back", "EVENT"), ("restore", "AID"), ("leave", None)])
        verb = Node(inf, inf, INF, [("mark", word("to", "PART"))], [("obj", self.object(kind))] if kind else [])
        speaker = self.subject()
        if form == "called":
            target.before.insert(0, ("case", case("on")))
            return self.finite(form, lemma, speaker, [("obl", target), ("xcomp", verb)])
        if form == "warned": verb.before.insert(0, ("advmod", word("not", "PART|Polarity=Neg")))
        return self.finite(form, lemma, speaker, [("obj", target), ("xcomp", verb)])

    def accused(self):
        gerund = Node(*self.pick([("arming", "arm"), ("shelling", "shell"), ("backing", "back"), ("attacking", "attack")]), "VERB|VerbForm=Ger", [("mark", word("of", "SCONJ"))], [("obj", self.pick([self.group, self.people, self.thing])())])
        return self.finite("accused", "accuse", self.subject(), [("obj", self.country()), ("advcl", gerund)])

    def passive(self):
        form, lemma, particle, kind = self.pick([p for p in PARTICLES if p[3] in ("THING", "PEOPLE", "EVENT")])
        subject = self.object(kind)
        number = "Plur" if subject.plural else "Sing"
        be = ("aux:pass", Node("were" if subject.plural else "was", "be", AUX_PAST.format(number)))
        node = Node(PARTICIPLES.get(form, form), lemma, PASSIVE, [("nsubj:pass", subject), be], [("compound:prt", case(particle))])
        if self.chance(0.5):
            by = self.pick([self.group, self.country])(); by.before.insert(0, ("case", case("by"))); node.after.append(("obl:agent", by))
        node.after += self.circumstances()
        return node

    def joined(self):
        node = self.pick([self.transitive, self.particle])()
        other = self.pick([self.transitive, self.particle])()
        other.before = [("cc", word("and", "CCONJ"))]
        if node.before[0][1].plural != ("Number=Plur" in other.tag): other.tag = node.tag
        node.after.append(("conj", other))
        return node

    def headline(self):
        verb, lemma, kind = self.pick([("shells", "shell", "THING"), ("seizes", "seize", "THING"), ("frees", "free", "PEOPLE"), ("rejects", "reject", "EVENT"), ("expels", "expel", "PEOPLE"), ("bombs", "bomb", "THING"), ("backs", "back", "EVENT"), ("slams", "slam", "EVENT"), ("suspends", "suspend", "AID"), ("halts", "halt", "EVENT")])
        obj = self.object(kind)
        obj.before = [(r, n) for r, n in obj.before if r != "det"]
        subject = self.country()
        return Node(verb, lemma, "VERB|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", [("nsubj", subject)], [("obj", obj)])

    def killing(self):
        node = self.transitive()
        result = Node(*self.pick([("killing", "kill"), ("wounding", "wound"), ("injuring", "injure")]), ING, [("punct", comma())], [("obj", self.people())])
        node.after.append(("advcl", result))
        return node

    def sentence(self):
        kind = self.pick([self.transitive] * 3 + [self.particle] * 6 + [self.shot_dead] * 4 + [self.told] * 4 + [self.said] * 2 + [self.inverted] * 3 + [self.listed] * 4 + [self.asked] * 2 + [self.passive] * 3 + [self.joined] * 2 + [self.accused, self.headline, self.killing])
        root = kind()
        if kind != self.headline and kind != self.inverted and self.chance(0.08):
            city = proper(self.pick(["GENEVA", "CAIRO", "NAIROBI", "ATHENS", "SEOUL"]))
            root.before.insert(0, ("punct", word(self.pick(["-", "--"]), "PUNCT"))); root.before.insert(0, ("dep", city))
        if kind != self.headline: root.after.append(("punct", word(".", "PUNCT")))
        return root


def conllu(root, number):
    words = list(root.words()); place = {id(w): i + 1 for i, w in enumerate(words)}
    heads = {id(root): (0, "root")}
    for child, parent, relation in root.arcs(): heads[id(child)] = (place[id(parent)], relation)
    lines = []
    for i, w in enumerate(words):
        form = w.form
        if i == 0 or (i == 1 and words[0].form == '"') or (i == 2 and words[1].form in ("-", "--")): form = form[0].upper() + form[1:]
        upos, _, features = w.tag.partition("|")
        head, relation = heads[id(w)]
        lines.append([str(i + 1), form, w.lemma, upos, "_", features or "_", str(head), relation, "_", "_"])
    text = "# sent_id = construction-%d\n# text = %s\n" % (number, spaced(lines))
    return text + "\n".join("\t".join(l) for l in lines) + "\n"


def spaced(lines):
    out, inside = "", False
    for i, l in enumerate(lines):
        glue = i == 0 or l[1] in (",", ".") or (l[1] == '"' and inside) or (lines[i - 1][1] == '"' and inside)
        if not glue: out += " "
        elif i: lines[i - 1][9] = "SpaceAfter=No"
        if l[1] == '"': inside = not inside
        out += l[1]
    return out


def sound(root):
    words = [w.form for w in root.words()]
    return not any(x in (",",) and y in (",", ".") for x, y in zip(words, words[1:])) and len(words) <= 40


def sentences(count, seed):
    """Different sentences as CoNLL-U texts."""
    maker, seen = Maker(seed), set()
    while len(seen) < count:
        root = maker.sentence()
        text = " ".join(w.form for w in root.words())
        if text in seen or not sound(root): continue
        seen.add(text)
        yield conllu(root, len(seen))


def main():
    p = argparse.ArgumentParser(); p.add_argument("--out", required=True); p.add_argument("--count", type=int, default=300); p.add_argument("--seed", type=int, default=5)
    p = p.parse_args()
    with open(p.out, "w", encoding="utf-8") as out:
        for text in sentences(p.count, p.seed): out.write(text + "\n")


if __name__ == "__main__":
    main()
