"""Sentence spans of a gold text. Paragraph breaks (blank lines) end sentences; so do stops before a capital or a figure,
but not those of short forms. Gold events name their sentence by its index in this list."""
import re

SHORT = set("U.S. U.N. U.K. E.U. Mr. Mrs. Ms. Dr. Gen. Lt. Col. Sen. Gov. Rep. St. Jan. Feb. Aug. Sept. Oct. Nov. Dec. No. Maj. Capt. "
            "Brig. Adm. Prof. Sgt. Rev. Jr. Sr. a.m. p.m. vs.".split())
END = re.compile(r"[.!?][\"'”’)]*(?=\s+[\"'“‘(]*[A-Z0-9])")


def sentence_spans(text):
    spans, begin = [], 0
    for paragraph in re.finditer(r"(?:(?!\n\n).)+", text, re.S):
        begin = paragraph.start()
        for stop in END.finditer(text, paragraph.start(), paragraph.end()):
            word = text[begin:stop.end()].split()[-1].lstrip("\"'“‘(")
            if word in SHORT or re.fullmatch(r"[A-Z]\.", word):
                continue
            spans.append((begin, stop.end()))
            begin = stop.end()
        if text[begin:paragraph.end()].strip():
            spans.append((begin, paragraph.end()))
    return spans
