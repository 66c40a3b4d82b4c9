"""Words as Universal Dependencies cuts them, by spaCy's English tokenizer with a few exceptions."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

# UD keeps a prefix or suffix that is no word by itself on its word: re-elected, anti-government, nation-wide.
PREFIXES = (
    "a anti ante bi co counter cross cyber de dis e ex extra hyper il im in infra inter intra ir macro mega meta micro mid mini "
    "mis mono multi neo non over pan para peri poly post pre pro proto pseudo quasi re semi sub super tele trans tri "
    "ultra un under uni vice"
).split()
SUFFIXES = "fold ish less like wide wise esque able ite elect free odd rich".split()
ABBREVIATIONS = (
    "Adm. Ala. Ariz. Assn. Asst. Ave. Brig. Capt. Cmdr. Col. Comdr. Dept. Det. Dist. Fla. Ft. Gen. Gov. Hon. Insp. "
    "Intl. Lt. Ltd. Maj. Mass. Messrs. Mich. Minn. Mt. Neb. Nev. No. Okla. Ont. Ore. Pfc. Prof. Pvt. Rep. Reps. Ret. "
    "Rev. Rt. Sen. Sens. Sgt. Sr. St. Ste. Supt. Tenn. Univ. Vt. Wash. Wis. vs. U.S. U.K. U.N. E.U. U.S.A. U.A.E. D.C. etc. al. Jr. Inc. Corp. Co. Mr. Mrs. Ms. Dr."
).split()


@cache
def tokenizer() -> "Tokenizer":
    """The tokenizer, made once."""
    from spacy.lang.en import English

    made: Tokenizer = English().tokenizer
    made.token_match = _whole_words().match
    for word in ABBREVIATIONS:
        made.add_special_case(word, [{"ORTH": word}])
    return made


def vocabulary() -> "Vocab":
    """The vocabulary that all parses share."""
    shared: Vocab = tokenizer().vocab
    return shared


def _whole_words() -> re.Pattern[str]:
    prefixes, suffixes = "|".join(PREFIXES), "|".join(SUFFIXES)
    return re.compile(rf"(?i)^(?:(?:{prefixes})-[a-z]{{2,}}|[a-z]{{2,}}-(?:{suffixes}))$")
