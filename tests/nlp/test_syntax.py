"""The questions that rules ask, on parses written by hand as the language model gives them, slips included."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from dateline.nlp import syntax
from dateline.nlp.documents import Sentence, doc_of
from dateline.nlp.windows import Word
from tests import make


def words(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def agents(doc: Doc, predicate: str) -> str:
    return words(syntax.agent_of(make.token(doc, predicate)))


def patients(doc: Doc, predicate: str) -> str:
    return words(syntax.patient_of(make.token(doc, predicate)))


def contents(doc: Doc, predicate: str) -> str:
    return words(syntax.content_of(make.token(doc, predicate)))


class TestVerbs:
    def test_coordinated_subjects_and_objects_are_all_given(self) -> None:
        doc = make.parse("""
            China   NNP  nsubj  fined  LOC
            and     CC   cc     India
            India   NNP  conj   China  LOC
            fined   VBD  root
            banks   NNS  obj    fined
            ,       ,    punct  brokers
            brokers NNS  conj   banks
            and     CC   cc     traders
            traders NNS  conj   banks
        """)
        assert agents(doc, "fined") == "China India"
        assert patients(doc, "fined") == "banks brokers traders"

    def test_a_passive_turns_both_around(self) -> None:
        doc = make.parse("""
            The     DT   det         talks
            talks   NNS  nsubj:pass  blocked
            were    VBD  aux:pass    blocked
            blocked VBN  root
            by      IN   case        Chad
            Chad    NNP  obl:agent   blocked  LOC
            and     CC   cc          Mali
            Mali    NNP  conj        Chad     LOC
        """)
        assert agents(doc, "blocked") == "Chad Mali"
        assert patients(doc, "blocked") == "talks"
        assert syntax.voice_of(make.token(doc, "blocked")) == "passive"

    def test_a_passive_without_by_phrase_has_no_agent(self) -> None:
        doc = make.parse("talks NNS nsubj:pass blocked\nwere VBD aux:pass blocked\nblocked VBN root")
        assert agents(doc, "blocked") == ""

    @pytest.mark.parametrize("subject", ["nsubj", "nsubj:pass"])
    @pytest.mark.parametrize("auxiliary", ["aux:pass", "aux", "cop"])
    @pytest.mark.parametrize("phrase", ["obl:agent", "obl"])
    @pytest.mark.parametrize("tag", ["VBN", "VBD"])
    def test_a_passive_is_known_by_any_of_its_signs(self, subject: str, auxiliary: str, phrase: str, tag: str) -> None:
        doc = make.parse(f"""
            Talks   NNS    {subject}    blocked
            were=be VBD    {auxiliary}  blocked
            blocked {tag}  root
            by      IN     case         rebels
            rebels  NNS    {phrase}     blocked
        """)
        assert (agents(doc, "blocked"), patients(doc, "blocked")) == ("rebels", "Talks")

    def test_by_and_a_number_or_date_is_no_agent(self) -> None:
        doc = make.parse("""
            Pay   NN   nsubj:pass  cut
            was   VBD  aux:pass    cut
            cut   VBN  root
            by    IN   case        points
            two   CD   nummod      points
            points NNS obl         cut
        """)
        assert agents(doc, "cut") == ""

    def test_the_by_phrase_may_hang_on_the_place_before_it(self) -> None:
        doc = make.parse("""
            Police   NNS  nsubj:pass  shot
            were     VBD  aux:pass    shot
            shot     VBN  root
            in       IN   case        Kano
            Kano     NNP  obl         shot   LOC
            by       IN   case        rebels
            rebels   NNS  nmod        Kano
        """)
        assert agents(doc, "shot") == "rebels"

    def test_a_participle_with_object_and_no_auxiliary_is_a_past(self) -> None:
        doc = make.parse("Rebels NNS nsubj killed\nkilled VBN root\ntwelve CD nummod men\nmen NNS obj killed")
        killed = make.token(doc, "killed")
        assert (syntax.voice_of(killed), syntax.tense_of(killed)) == ("active", "past")
        assert (agents(doc, "killed"), patients(doc, "killed")) == ("Rebels", "men")

    def test_a_headline_without_auxiliary_is_passive(self) -> None:
        doc = make.parse("Twelve CD nsubj killed\nkilled VBN root\nin IN case blast\nblast NN obl killed")
        assert (agents(doc, "killed"), patients(doc, "killed")) == ("", "Twelve")

    def test_the_first_of_two_objects_receives(self) -> None:
        table = "Oslo NNP nsubj gave\ngave VBD root\nKyiv NNP {} gave\ntanks NNS obj gave"
        for label in ("iobj", "obj"):
            doc = make.parse(table.format(label))
            assert words(syntax.recipient_of(make.token(doc, "gave"))) == "Kyiv"
            assert patients(doc, "gave") == "tanks"

    @pytest.mark.parametrize("label", ["nsubj", "obj"])
    def test_a_speaker_after_the_quotation(self, label: str) -> None:
        doc = make.parse(f"""
            "        ``   punct    win
            We       PRP  nsubj    win
            'll      MD   aux      win
            win      VB   ccomp    said
            ,        ,    punct    win
            "        ''   punct    win
            said     VBD  root
            the      DT   det      minister
            minister NN   {label}  said
        """)
        assert agents(doc, "said") == "minister"
        assert patients(doc, "said") == ""
        assert contents(doc, "said") == "win"

    def test_what_a_parenthetical_speaker_says_is_the_clause_around(self) -> None:
        doc = make.parse("""
            Rome  NNP nsubj     lost
            ,     ,   punct     said
            he    PRP nsubj     said
            said  VBD parataxis lost
            ,     ,   punct     said
            lost  VBD root
        """)
        assert contents(doc, "said") == "lost"
        assert syntax.governor_of(make.token(doc, "lost")) == make.token(doc, "said")


class TestCoordination:
    TABLE = """
        Troops NNS nsubj   seized
        seized VBD root
        and    CC  cc      burned
        burned VBD conj    seized
        the    DT  det     town
        town   NN  obj     {}
        on     IN  case    Friday
        Friday NNP obl     {}
    """

    @pytest.mark.parametrize("owner", ["seized", "burned"])
    def test_verbs_share_subject_object_and_phrases(self, owner: str) -> None:
        doc = make.parse(self.TABLE.format(owner, owner))
        for verb in make.tokens(doc, "seized burned"):
            assert words(syntax.agent_of(verb)) == "Troops"
            assert words(syntax.patient_of(verb)) == "town"
            assert words(syntax.oblique_of(verb, "on")) == "Friday"

    def test_an_object_before_the_second_verb_is_not_shared(self) -> None:
        doc = make.parse("""
            Troops NNS nsubj seized
            seized VBD root
            towns  NNS obj   seized
            and    CC  cc    marched
            marched VBD conj seized
        """)
        assert (agents(doc, "marched"), patients(doc, "marched")) == ("Troops", "")

    def test_passives_share_subject_auxiliary_and_agent(self) -> None:
        doc = make.parse("""
            He       PRP nsubj:pass arrested
            was      VBD aux:pass   arrested
            arrested VBN root
            and      CC  cc         charged
            charged  VBN conj       arrested
            by       IN  case       police
            police   NNS obl:agent  charged
        """)
        for verb in make.tokens(doc, "arrested charged"):
            assert (words(syntax.agent_of(verb)), words(syntax.patient_of(verb))) == ("police", "He")

    def test_a_later_participle_is_active_after_have(self) -> None:
        doc = make.parse("""
            Rebels NNS nsubj  seized
            have   VBP aux    seized
            seized VBN root
            towns  NNS obj    seized
            and    CC  cc     fled
            fled   VBN conj   seized
        """)
        assert syntax.voice_of(make.token(doc, "fled")) == "active"
        assert syntax.tense_of(make.token(doc, "fled")) == "past"
        assert agents(doc, "fled") == "Rebels"

    def test_a_verb_hung_on_the_object_still_finds_the_subject(self) -> None:
        doc = make.parse("""
            He      PRP nsubj seized
            seized  VBD root
            towns   NNS obj   seized
            and     CC  cc    marched
            marched VBD conj  towns
        """)
        assert agents(doc, "marched") == "He"
        assert patients(doc, "seized") == "towns"

    def test_a_list_parsed_as_apposition_is_a_list(self) -> None:
        doc = make.parse("""
            China  NNP nsubj  signed
            ,      ,   punct  India
            India  NNP appos  China
            and    CC  cc     Iran
            Iran   NNP conj   China
            signed VBD root
        """)
        assert agents(doc, "signed") == "China India Iran"
        assert words(syntax.coordinated(make.token(doc, "India"))) == "China India Iran"
        assert syntax.apposition_of(make.token(doc, "China")) == []

    def test_an_apposition_is_not_a_list(self) -> None:
        doc = make.parse("""
            Huerta   NNP nsubj  spoke   PER
            ,        ,   punct  minister
            the      DT  det    minister
            minister NN  appos  Huerta
            ,        ,   punct  minister
            and      CC  cc     Xi
            Xi       NNP conj   Huerta  PER
            spoke    VBD root
        """)
        assert agents(doc, "spoke") == "Huerta Xi"
        assert words(syntax.apposition_of(make.token(doc, "Huerta"))) == "minister"


class TestRelativeClauses:
    def test_the_pronoun_as_subject(self) -> None:
        doc = make.parse("""
            rebels NNS nsubj     fled
            who    WP  nsubj     burned
            burned VBD acl:relcl rebels
            towns  NNS obj       burned
            fled   VBD root
        """)
        assert agents(doc, "burned") == "rebels"

    @pytest.mark.parametrize("pronoun", ["that WDT obj signed\n", ""])
    @pytest.mark.parametrize("label", ["acl:relcl", "acl"])
    def test_the_object_with_and_without_pronoun(self, pronoun: str, label: str) -> None:
        doc = make.parse(f"deal NN nsubj failed\n{pronoun}Iran NNP nsubj signed\nsigned VBD {label} deal\nfailed VBD root")
        assert (agents(doc, "signed"), patients(doc, "signed")) == ("Iran", "deal")

    @pytest.mark.parametrize(
        ("word", "label"), [("when", "advmod"), ("that", "mark")], ids=["an adverb", "a conjunction"]
    )
    def test_no_gap_where_something_else_opens_the_clause(self, word: str, label: str) -> None:
        tag = "WRB" if word == "when" else "IN"
        doc = make.parse(f"news NN root\n{word} {tag} {label} signed\nIran NNP nsubj signed\nsigned VBD acl:relcl news")
        assert patients(doc, "signed") == ""

    def test_a_clause_that_ends_in_its_preposition(self) -> None:
        doc = make.parse("""
            rebels  NNS nsubj     fled
            Chad    NNP nsubj     fought
            fought  VBD acl:relcl rebels
            against IN  obl       fought
            fled    VBD root
        """)
        assert words(syntax.oblique_of(make.token(doc, "fought"), "against")) == "rebels"
        assert patients(doc, "fought") == ""

    def test_participles_take_their_noun(self) -> None:
        doc = make.parse("""
            troops   NNS nsubj     fled
            fighting VBG acl       troops
            rebels   NNS obj       fighting
            backed   VBN acl       rebels
            by       IN  case      Iran
            Iran     NNP obl       backed
            fled     VBD root
        """)
        assert (agents(doc, "fighting"), patients(doc, "fighting")) == ("troops", "rebels")
        assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "rebels")

    def test_a_participle_before_its_noun(self) -> None:
        doc = make.parse("""
            the      DT  det     group
            Iran     NNP compound backed
            -        HYPH punct  backed
            backed   VBN amod    group
            group    NN  nsubj   fled
            fled     VBD root
        """)
        assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "group")

    def test_a_finite_verb_under_a_nominal_root_takes_it_as_subject(self) -> None:
        doc = make.parse("Hamas NNP root\nfired VBD acl Hamas\nrockets NNS obj fired")
        assert (agents(doc, "fired"), patients(doc, "fired")) == ("Hamas", "rockets")

    REPORTED = """
        members NNS root
        ,       ,   punct     {relative}
        who     WP  {who}
        he      PRP nsubj     said
        said    VBD {said}
        had     VBD aux       backed
        backed  VBN {backed}
        his     PRP$ nmod:poss efforts
        efforts NNS obj       backed
    """

    @pytest.mark.parametrize(
        ("who", "said", "backed"),
        [
            ("nsubj backed", "acl:relcl members", "ccomp said"),
            ("obj said", "acl:relcl members", "ccomp said"),
            ("nsubj said", "acl:relcl members", "ccomp said"),
            ("nsubj backed", "parataxis backed", "acl:relcl members"),
            ("obj backed", "acl:relcl members", "acl:relcl members"),
        ],
        ids=["true", "an object of said", "two subjects", "a parenthesis", "two clauses"],
    )
    def test_who_he_said_had_backed(self, who: str, said: str, backed: str) -> None:
        relative = "backed" if said.startswith("parataxis") else "said"
        doc = make.parse(self.REPORTED.format(who=who, said=said, backed=backed, relative=relative))
        assert agents(doc, "backed") == "members"
        assert patients(doc, "backed") == "efforts"
        if who != "nsubj said":
            assert agents(doc, "said") == "he"

    def test_an_embedded_object(self) -> None:
        doc = make.parse("""
            group  NN  root
            he     PRP nsubj     said
            said   VBD acl:relcl group
            Iran   NNP nsubj     backed
            backed VBD ccomp     said
        """)
        assert (agents(doc, "backed"), patients(doc, "backed")) == ("Iran", "group")
        assert (agents(doc, "said"), patients(doc, "said")) == ("he", "")

    def test_whose(self) -> None:
        doc = make.parse("""
            Abe    NNP root
            whose  WP$ nmod:poss party
            party  NN  nsubj     won
            won    VBD acl:relcl Abe
        """)
        assert words(syntax.possessor_of(make.token(doc, "party"))) == "Abe"

    def test_with_whom(self) -> None:
        doc = make.parse("""
            Abe  NNP root
            with IN  case      whom
            whom WP  obl       met
            Modi NNP nsubj     met
            met  VBD acl:relcl Abe
        """)
        assert words(syntax.oblique_of(make.token(doc, "met"), "with")) == "Abe"
        assert patients(doc, "met") == ""


class TestControl:
    def test_subject_and_object(self) -> None:
        doc = make.parse("""
            Iran    NNP nsubj  agreed
            agreed  VBD root
            to      TO  mark   free
            free    VB  xcomp  agreed
            men     NNS obj    free
            and     CC  cc     order
            order   VB  conj   free
            troops  NNS obj    order
            to      TO  mark   leave
            leave   VB  xcomp  order
        """.replace("mark   free", "mark   free").replace("mark   leave", "mark   leave"))
        assert agents(doc, "free") == agents(doc, "order") == "Iran"
        assert agents(doc, "leave") == "troops"
        assert contents(doc, "agreed") == "free order"
        assert syntax.governor_of(make.token(doc, "order")) == make.token(doc, "agreed")
        assert syntax.has_infinitive_marker(make.token(doc, "order"))

    def test_a_passive_governor_passes_its_subject_on(self) -> None:
        doc = make.parse("""
            He      PRP nsubj:pass forced
            was     VBD aux:pass   forced
            forced  VBN root
            by      IN  case       army
            army    NN  obl:agent  forced
            to      TO  mark       resign
            resign  VB  xcomp      forced
        """)
        assert agents(doc, "resign") == "He"

    @pytest.mark.parametrize(("verb", "who"), [("promised", "Xi"), ("told", "Abe")])
    def test_promises_are_kept_by_who_makes_them(self, verb: str, who: str) -> None:
        doc = make.parse(f"Xi NNP nsubj {verb}\n{verb} VBD root\nAbe NNP obj {verb}\nto TO mark go\ngo VB xcomp {verb}")
        assert agents(doc, "go") == who

    @pytest.mark.parametrize("label", ["xcomp", "advcl"])
    def test_call_on_somebody(self, label: str) -> None:
        doc = make.parse(f"""
            Rome   NNP nsubj   called
            called VBD root
            on     IN  case    Iran
            Iran   NNP obl     called
            to     TO  mark    stop
            stop   VB  {label} called
        """)
        assert agents(doc, "stop") == "Iran"
        assert contents(doc, "called") == "stop"

    @pytest.mark.parametrize(("verb", "preposition"), [("accused", "of"), ("barred", "from"), ("blamed", "for")])
    @pytest.mark.parametrize("clause", ["advcl {verb}", "acl Chad"])
    def test_gerunds_after_prepositions_belong_to_the_object(self, verb: str, preposition: str, clause: str) -> None:
        doc = make.parse(f"""
            Rome    NNP nsubj {verb}
            {verb}  VBD root
            Chad    NNP obj   {verb}
            {preposition} IN mark arming
            arming  VBG {clause.format(verb=verb)}
            rebels  NNS obj   arming
        """)
        assert agents(doc, "arming") == "Chad"
        assert contents(doc, verb) == "arming"

    def test_a_purpose_belongs_to_the_subject(self) -> None:
        doc = make.parse("""
            Chad   NNP nsubj  closed
            closed VBD root
            ports  NNS obj    closed
            to     TO  mark   stop
            stop   VB  advcl  closed
            rebels NNS obj    stop
        """)
        assert agents(doc, "stop") == "Chad"
        assert contents(doc, "closed") == ""

    def test_results_and_circumstances(self) -> None:
        doc = make.parse("""
            After   IN   mark  seizing
            seizing VBG  advcl hit
            towns   NNS  obj   seizing
            ,       ,    punct seizing
            rebels  NNS  nsubj hit
            hit     VBD  root
            Kano    NNP  obj   hit
            ,       ,    punct killing
            killing VBG  advcl hit
            two     CD   obj   killing
        """)
        assert agents(doc, "seizing") == agents(doc, "killing") == "rebels"

    def test_the_result_of_a_passive_is_its_agents(self) -> None:
        doc = make.parse("""
            Kano    NNP nsubj:pass hit
            was     VBD aux:pass   hit
            hit     VBN root
            by      IN  case       rebels
            rebels  NNS obl:agent  hit
            killing VBG advcl      hit
        """)
        assert agents(doc, "killing") == "rebels"

    def test_a_participle_before_the_main_clause_is_passive(self) -> None:
        doc = make.parse("""
            Backed VBN advcl     struck
            by     IN  case      Iran
            Iran   NNP obl:agent Backed
            rebels NNS nsubj     struck
            struck VBD root
        """)
        assert (agents(doc, "Backed"), patients(doc, "Backed")) == ("Iran", "rebels")

    NOUN = """
        {owner}  {tag}  {label} decision
        decision NN     {role}  {head}
        to       TO     mark    leave
        leave    VB     acl     decision
        shook    VBD    root
        Rome     NNP    {rome}  shook
    """

    def test_infinitives_of_nouns_belong_to_their_owner(self) -> None:
        doc = make.parse("""
            His      PRP$ nmod:poss decision
            decision NN   nsubj     shook
            to       TO   mark      leave
            leave    VB   acl       decision
            shook    VBD  root
            Rome     NNP  obj       shook
        """)
        assert agents(doc, "leave") == "His"
        assert contents(doc, "decision") == "leave"
        assert syntax.governor_of(make.token(doc, "leave")) == make.token(doc, "decision")

    def test_or_to_who_takes_the_decision(self) -> None:
        doc = make.parse("""
            Mali NNP nsubj took
            took VBD root
            steps NNS obj  took
            to   TO  mark  leave
            leave VB acl   steps
        """)
        assert agents(doc, "leave") == "Mali"

    def test_or_to_those_under_pressure(self) -> None:
        doc = make.parse("""
            pressure NN  root
            on       IN  case Mali
            Mali     NNP nmod pressure
            to       TO  mark leave
            leave    VB  acl  pressure
        """)
        assert agents(doc, "leave") == "Mali"

    def test_a_headline_infinitive(self) -> None:
        doc = make.parse("Mali NNP root\nto TO mark leave\nleave VB acl Mali\nbloc NN obj leave")
        assert agents(doc, "leave") == "Mali"
        assert contents(doc, "Mali") == ""

    def test_what_a_copula_says_of_an_aim(self) -> None:
        doc = make.parse("aim NN nsubj:outer protect\nis VBZ cop protect\nto TO mark protect\nprotect VB root\nus PRP obj protect")
        assert contents(doc, "aim") == "protect"

    def test_a_predicate_adjective(self) -> None:
        doc = make.parse("""
            Rome     NNP nsubj critical
            is       VBZ cop   critical
            critical JJ  root
            of       IN  case  plan
            plan     NN  obl   critical
        """)
        assert agents(doc, "critical") == "Rome"
        assert words(syntax.oblique_of(make.token(doc, "critical"), "of")) == "plan"
        assert syntax.tense_of(make.token(doc, "critical")) == "present"


class TestNouns:
    def test_owners_agents_and_patients(self) -> None:
        doc = make.parse("""
            Mali      NNP nmod:poss removal
            's        POS case      Mali
            removal   NN  root
            of        IN  case      envoys
            envoys    NNS nmod      removal
            and       CC  cc        staff
            staff     NN  conj      envoys
        """)
        assert (agents(doc, "removal"), patients(doc, "removal")) == ("Mali", "envoys staff")
        assert words(syntax.possessor_of(make.token(doc, "removal"))) == "Mali"

    def test_beside_a_by_the_owner_undergoes(self) -> None:
        doc = make.parse("""
            Bazoum  NNP nmod:poss removal
            's      POS case      Bazoum
            removal NN  root
            by      IN  case      guards
            guards  NNS nmod      removal
        """)
        assert (agents(doc, "removal"), patients(doc, "removal")) == ("guards", "Bazoum")

    def test_capitals_own_small_letters_do_not(self) -> None:
        doc = make.parse("the DT det strike\nheavy JJ amod strike\nIsraeli JJ amod strike\nair NN compound strike\nstrike NN root")
        assert agents(doc, "strike") == "Israeli"
        assert words(syntax.modifiers_of(make.token(doc, "strike"))) == "heavy Israeli air"

    def test_a_bare_conjunct_shares_the_owner(self) -> None:
        doc = make.parse("""
            Mali  NNP nmod:poss calm
            's    POS case      Mali
            calm  NN  root
            and   CC  cc        unity
            unity NN  conj      calm
            and   CC  cc        fears
            our   PRP$ nmod:poss fears
            fears NNS conj      calm
        """)
        assert words(syntax.possessor_of(make.token(doc, "unity"))) == "Mali"
        assert words(syntax.possessor_of(make.token(doc, "fears"))) == "our"

    def test_between_two(self) -> None:
        doc = make.parse("""
            talks   NNS root
            between IN  case  Oslo
            Oslo    NNP nmod  talks
            and     CC  cc    Rome
            Rome    NNP conj  Oslo
        """)
        assert words(syntax.oblique_of(make.token(doc, "talks"), "between", "with")) == "Oslo Rome"

    def test_another_preposition_parts_conjuncts(self) -> None:
        doc = make.parse("""
            protests NNS root
            for      IN  case  Oslo
            Oslo     NNP nmod  protests
            or       CC  cc    Rome
            against  IN  case  Rome
            Rome     NNP conj  Oslo
        """)
        protests = make.token(doc, "protests")
        assert words(syntax.oblique_of(protests, "for")) == "Oslo"
        assert words(syntax.oblique_of(protests, "against")) == "Rome"

    @pytest.mark.parametrize("owner", ["imposed", "sanctions"])
    def test_a_phrase_one_step_off_is_found_from_both(self, owner: str) -> None:
        label = "obl" if owner == "imposed" else "nmod"
        doc = make.parse(f"""
            Rome      NNP nsubj   imposed
            imposed   VBD root
            sanctions NNS obj     imposed
            on        IN  case    Iran
            Iran      NNP {label} {owner}
        """)
        for word in make.tokens(doc, "imposed sanctions"):
            assert words(syntax.oblique_of(word, "on", "against")) == "Iran"

    def test_a_preposition_of_two_words(self) -> None:
        doc = make.parse("fled VBD root\nbecause IN case war\nof IN fixed because\nwar NN obl fled")
        assert words(syntax.oblique_of(make.token(doc, "fled"), "because of")) == "war"
        assert syntax.oblique_of(make.token(doc, "fled"), "of") == []

    @pytest.mark.parametrize(("noun", "tag", "inner"), [("Dozens", "NNS", "men"), ("Two", "CD", "men"), ("Fears", "NNS", "")])
    def test_the_whole_of_an_amount(self, noun: str, tag: str, inner: str) -> None:
        doc = make.parse(f"{noun} {tag} root\nof IN case men\nmen NNS nmod {noun}")
        assert words(syntax.whole_of(make.token(doc, noun))) == inner


class TestSpans:
    MINISTER = """
        said        VBD root
        by          IN  case      minister
        the         DT  det       minister
        former      JJ  amod      minister
        minister    NN  obl       said
        of          IN  case      trade
        trade       NN  nmod      minister
        and         CC  cc        labour
        labour      NN  conj      trade
        ,           ,   punct     Willy
        Willy       NNP appos     minister  PER
        Huerta      NNP flat      Willy     PER
        ,           ,   punct     resigned
        who         WP  nsubj     resigned
        resigned    VBD acl:relcl minister
    """

    def test_a_phrase_ends_before_appositions_and_clauses(self) -> None:
        doc = make.parse(self.MINISTER)
        assert syntax.phrase_span(make.token(doc, "minister")).text == "the former minister of trade and labour"
        assert syntax.phrase_span(make.token(doc, "Willy")).text == "Willy Huerta"
        assert syntax.phrase_span(make.token(doc, "trade")).text == "trade"
        assert syntax.sentence_of(make.token(doc, "trade")).text == doc.text

    def test_an_owner_keeps_its_mark_outside(self) -> None:
        doc = make.parse("our PRP$ nmod:poss ally\nally NN nmod:poss army\n's POS case ally\narmy NN root")
        assert syntax.phrase_span(make.token(doc, "ally")).text == "our ally"
        assert syntax.phrase_span(make.token(doc, "army")).text == "our ally's army"

    @pytest.mark.parametrize("label", ["flat", "compound"])
    def test_a_name_is_what_the_model_marked_else_its_proper_nouns(self, label: str) -> None:
        head, other = ("Ban", "Moon") if label == "flat" else ("Moon", "Ban")
        dependent = {head: "root", other: f"{label} {head}"}
        for kind in ("PER", ""):
            root = f"{kind}" if kind else ""
            doc = make.parse(f"Ban NNP {dependent['Ban']} {root}\nMoon NNP {dependent['Moon']} {root}\nspoke VBD acl {head}")
            assert syntax.name_span(make.token(doc, "Ban")).text == "Ban Moon"
        assert syntax.name_span(make.token(doc, "spoke")).text == "spoke"

    @pytest.mark.parametrize("label", ["compound", "nmod:desc", "amod", "flat"])
    def test_a_title_belongs_to_the_noun_it_is_before(self, label: str) -> None:
        doc = make.parse(f"President NNP {label} Putin\nPutin NNP nsubj spoke PER\nspoke VBD root")
        assert syntax.head_noun(make.token(doc, "President")).text == "Putin"


class TestClauses:
    @pytest.mark.parametrize(
        ("auxiliaries", "verb", "tense", "modal"),
        [
            ("", "left/VBD", "past", None),
            ("", "leaves/VBZ", "present", None),
            ("has/VBZ", "left/VBN", "past", None),
            ("is/VBZ", "leaving/VBG", "present", None),
            ("will/MD", "leave/VB", "future", "will"),
            ("'ll/MD", "leave/VB", "future", "will"),
            ("may/MD", "leave/VB", "none", "may"),
            ("may/MD have/VB", "left/VBN", "past", "may"),
            ("would/MD", "leave/VB", "none", "would"),
            ("did/VBD", "leave/VB", "past", None),
        ],
    )
    def test_tense_and_modality(self, auxiliaries: str, verb: str, tense: str, modal: str | None) -> None:
        word, tag = verb.split("/")
        rows = [f"{each.replace('/', ' ')} aux {word}" for each in auxiliaries.split()]
        doc = make.parse("\n".join([f"Mali NNP nsubj {word}", *rows, f"{word} {tag} root"]))
        assert (syntax.tense_of(make.token(doc, word)), syntax.modal_of(make.token(doc, word))) == (tense, modal)

    def test_a_bare_conjunct_shares_modal_and_negation(self) -> None:
        doc = make.parse("""
            He     PRP nsubj  attack
            will   MD  aux    attack
            not    RB  advmod attack
            attack VB  root
            or     CC  cc     retreat
            retreat VB conj   attack
        """)
        retreat = make.token(doc, "retreat")
        assert (syntax.modal_of(retreat), syntax.tense_of(retreat)) == ("will", "future")
        assert syntax.negation_of(retreat) == make.token(doc, "not")

    def test_a_contrast_ends_a_negation(self) -> None:
        doc = make.parse("""
            did    VBD aux    fight
            not    RB  advmod fight
            fight  VB  root
            but    CC  cc     flee
            flee   VB  conj   fight
        """)
        assert syntax.is_negated(make.token(doc, "fight"))
        assert not syntax.is_negated(make.token(doc, "flee"))

    @pytest.mark.parametrize(
        "table",
        [
            "No DT det men\nmen NNS nsubj died\ndied VBD root",
            "Nobody NN/PRON nsubj died\ndied VBD root",
            "without IN mark died\ndied VBG root",
            "never RB advmod died\ndied VBD root",
        ],
    )
    def test_other_negations(self, table: str) -> None:
        assert syntax.is_negated(make.token(make.parse(table), "died"))

    def test_a_condition_reaches_down_through_complements(self) -> None:
        doc = make.parse("""
            If      IN  mark  decides
            Mali    NNP nsubj decides
            decides VBZ advcl pay
            to      TO  mark  leave
            leave   VB  xcomp decides
            we      PRP nsubj pay
            pay     VBP root
        """)
        assert syntax.conditional_of(make.token(doc, "leave")) == make.token(doc, "If")
        assert syntax.conditional_of(make.token(doc, "pay")) is None

    def test_questions(self) -> None:
        doc = make.parse("Will MD aux leave\nMali NNP nsubj leave\nleave VB root\n? . punct leave")
        assert syntax.is_question(make.token(doc, "leave"))

    def test_particles(self) -> None:
        for label in ("compound:prt", "advmod"):
            doc = make.parse(f"carried VBD root\nout RP {label} carried\nraids NNS obj carried")
            assert syntax.particle_of(make.token(doc, "carried")) == "out"

    def test_a_noun_said_of_a_subject(self) -> None:
        doc = make.parse("Wagner NNP nsubj group\nis VBZ cop group\na DT det group\ngroup NN root")
        assert syntax.is_noun_predicate(make.token(doc, "group"))
        assert not syntax.is_noun_predicate(make.token(doc, "Wagner"))
        assert agents(doc, "group") == "Wagner"


def test_an_infinitive_under_itself_ends() -> None:
    doc = make.parse("steps NNS obj leave\nto TO mark leave\nleave VB acl steps#1".replace("steps#1", "steps").replace(
        "obj leave", "root"))
    assert agents(doc, "leave") == ""


TAGS = ["NN", "NNP", "VBD", "VBN", "VBG", "VB", "JJ", "WP", "IN", "TO", "RB", "CC", "MD", "POS", ","]
UPOS = ["NOUN", "PROPN", "VERB", "AUX", "ADJ", "PRON", "ADP", "ADV", "CCONJ", "PART", "PUNCT"]
LABELS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "nmod:desc", "acl", "acl:relcl", "advcl",
    "advcl:relcl", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp", "compound", "compound:prt", "conj", "cop",
    "csubj", "det", "fixed", "flat", "mark", "parataxis", "punct", "xcomp",
]  # fmt: skip
WORDS = ["who", "that", "he", "Iran", "said", "by", "of", "to", "on", "if", "not", "group", "attack", "call", "?", '"', "-", ","]


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any tree over any words, tags and labels; a word hangs on one drawn before it, in any order of the sentence."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for rank, place in enumerate(order[1:], 1):
        heads[place] = order[draw(st.integers(0, rank - 1))] + 1
    forms = [draw(st.sampled_from(WORDS)) for _ in range(size)]
    starts = [sum(len(form) + 1 for form in forms[:place]) for place in range(size)]
    return doc_of(
        " ".join(forms),
        [
            Sentence(
                words=[Word(form, start, True) for form, start in zip(forms, starts, strict=True)],
                tags=[draw(st.sampled_from(TAGS)) for _ in range(size)],
                upos=[draw(st.sampled_from(UPOS)) for _ in range(size)],
                lemmas=forms,
                heads=heads,
                labels=[draw(st.sampled_from(LABELS)) if head else "root" for head in heads],
                names=[draw(st.sampled_from(["O", "B-PER", "B-LOC"])) for _ in range(size)],
            )
        ],
    )


@given(trees())
def test_every_question_has_an_answer_on_any_tree(doc: Doc) -> None:
    for name in syntax.__all__:
        question = getattr(syntax, name)
        for token in doc:
            answer = question(token, "on", "by") if name == "oblique_of" else question(token)
            if isinstance(answer, list):
                assert len({each.i for each in answer}) == len(answer)
                assert all(each.doc is doc for each in answer)


def test_phrases_cover_their_heads() -> None:
    doc = make.parse(TestSpans.MINISTER)
    for token in doc:
        span = syntax.phrase_span(token)
        assert span.start <= token.i < span.end
