#!/usr/bin/env bash
# Dictionaries of other coders: imported with every line accounted for, coded with, looked up on a day, compared.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cat >world.actors <<'END'
# invented
QUILLMARK_  [QLM]
+QUILLMARKIAN_
IRINA_VOSS_
+VOSS
	[QLMELI 840101-991231]   # envoy
	[QLMGOV 20000101-081130]
	[QLMOPP > 20120601]
TARNLAND_ [TRN]
TARNLAND_PARK_ [---]
MERE_ [MER 999999-000101]
END
cat >roles.agents <<'END'
!FOLK! = MAN, WOMAN
SOLDIER [~MIL]
REBEL [~REB]
RELIEF_LEAGUE [NGO~]
COUNCIL!FOLK! [~LEG]
NOTHING
END
cat >story.jsonl <<'END'
{"id":"1","date":"2005-03-04","title":"x","text":"Irina Voss accused Tarnland of lying. Tarnland rebel soldiers attacked Quillmark. The Quillmark relief league praised Irina Voss."}
END

run lexicon import --from petrarch2 --actors world.actors --agents roles.agents made
expect_code "an import with lines that can't be read" 1
expect_output "the bad date" "world.actors:11:7: expected '<date'"
expect_output "the agent without a code" "roles.agents:6:1: expected '[~CODE]'"
expect_message "how many lines" "17 lines: 15 imported, 1 left out, 1 blank or comments"
run lexicon lint --lexicon made
expect_code "the folder has no faults" 0
run code story.jsonl --lexicon made --to jsonl
expect_code "coding with it" 0
for code in '"QLMGOV"' '"NGOQLM"'; do expect_output "code $code" "$code"; done

run lexicon import --from petrarch2 --actors world.actors --agents roles.agents --only alone
run code story.jsonl --lexicon alone --dump actors
expect_output "agents joined" "TRNREBMIL"
run lexicon find "Sergei Lavrov" --lexicon alone
expect_code "alone, the program's own names are not there" 1
cat >old.verbs <<'END'
&VESSEL
+BARGE
+FREIGHTER_

--- GAROTTE [190] ---
SCOLD {SCOLDING SCOLDED SCOLDS} [111]
- * FOR + [112]
- * &GHOST [175]

--- SUMMON [060] ---
SUMMON
- * ENVOY OF + [166]
END
cat >tree.verbs <<'END'
--- MEET [040] ---
CONFER
- * + [046]
END
printf '+BAKE OFF FINAL\nCHESS OPEN\n' >skip.txt
printf '<ISSUE CATEGORY="ID_TIDE">\nn:flood gate [TIDES]\n</ISSUE>\n' >themes.txt
cat >acts.jsonl <<'END'
{"id":"1","date":"2005-03-04","title":"x","text":"France scolded Egypt for Libya. Iran summoned the envoy of Iraq. At the chess open France scolded Egypt. France scolded Egypt at the flood gate."}
END
run lexicon import --from petrarch --verbs old.verbs --discards skip.txt --issues themes.txt --only verbs
expect_code "verbs with a set that is not defined" 1
expect_output "what is lost, with its line" "old.verbs:8:"
run code acts.jsonl --lexicon verbs --to csv
expect_output "a preposition decides the code" "FRAGOV,LBYGOV,ACCUSE,disapprove,,112,"
expect_output "a pattern with an object" "IRNGOV,IRQGOV,SANCTION,expel,diplomatic,166,"
expect_true "the discarded sentence has no event" test "$(grep -c "scolded" out)" -eq 2
run code acts.jsonl --lexicon verbs --to jsonl
expect_output "the issue is a context" "TIDES"
run lexicon import --from petrarch2 --verbs tree.verbs --only trees
expect_output "what PETRARCH2 never matches" "tree.verbs:3:1: not carried over: the placeholder +"

run lexicon import --from petrarch --actors world.actors made
expect_code "a folder that is there already" 2
run lexicon import --from petrarch made2
expect_code "nothing to import" 2

run lexicon find Voss --date 1990 --lexicon made
expect_output "an earlier office" "Voss on 1990-12-31: QLMELI (Irina Voss)"
expect_output "the office that decides" "> QLMELI 1984-01-01..1999-12-31"
expect_output "where it stands" "lexicon/actors/imported/world_actors.txt:"
run lexicon find Voss --date 2010-05 --lexicon made
expect_output "between two offices" "Voss on 2010-05-31: nobody"
run lexicon find "Irina Vos" --lexicon made
expect_code "an unknown name" 1
expect_output "what is nearest" "  Irina Voss, lexicon/actors/imported/world_actors.txt:"
run lexicon find Voss --date 31.5.2010
expect_code "no date" 2

run lexicon diff "$root/lexicon" made
expect_code "two folders that differ" 1
expect_output "a new entry" "+ actors/imported/world_actors.txt:4: irina_voss | person | Irina Voss; Voss |"
expect_output "a field" "sector: 'MIL' -> '~MIL'"
run lexicon diff "$root/lexicon" made --to jsonl
expect_output "as JSON" '{"change":"changed","file":"agents.txt",'
run lexicon diff made made
expect_code "the same folder" 0
run lexicon diff made none
expect_code "no such folder" 2
finish
