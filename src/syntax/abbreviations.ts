/** Abbreviations that keep their full stop, lower-cased and without it. Data only. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Before a name: a sentence never ends after them. */
export const TITLES = list(
  `mr mrs ms mx dr rt prof gen lt col sgt capt cpt cmdr cdr maj brig adm vadm gov sen sens rep reps rev hon amb pres st
  ste mt ft fr msgr mgr messrs mme mlle gens lts cols pvt cpl supt insp sr-gen vs v`,
);

/** After or instead of a name or word: a sentence may end after them. */
export const OTHERS = list(
  `jr sr inc ltd corp co bros llc plc etc al approx ca cf esp est dept univ assn assoc ave blvd rd hwy ph.d m.d b.a m.a
  esq ret govt natl intl sept`,
);

/** Only before a figure, or after one: elsewhere they are words with a full stop behind. */
export const BEFORE_FIGURES = list(
  `no nos fig figs pp p vol vols ch art sec para jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
  thur thurs fri sat sun`,
);

/** Words that open sentences, for "in the U.S. The …". */
export const OPENERS = list(
  `the a an this that these those it its he she they we i you his her their our my there here in on at by for from to
  with without as after before since when while if although though because but and or so however meanwhile both each
  every all some many most no not what who where why how according during under over about among between despite
  earlier later last next now then also only such one two three officials other another until once unlike instead
  moreover furthermore nevertheless still yet thus therefore mr mrs ms dr`,
);

/** Affixes that stay with their word over a hyphen, as in the treebanks. */
export const PREFIXES = list(
  `e x agro ante anti arch be bi bio co counter cross cyber de eco ex extra inter intra macro mega micro mid mini
  multi neo non over pan para peri post pre pro pseudo quasi re semi sub super tri ultra un uni vice trans electro
  socio psycho hyper`,
);
export const SUFFIXES = list("esque ette fest fold gate itis less most rama wise");

/** Units that are cut from the figure they are written to. */
export const UNITS = list(
  `km kg m bn mn mln tn trn k am pm a.m p.m mm cm mph kph kmh ft lb lbs mg g gb tb mb ghz mhz khz mw gw kw kwh twh gwh
  hr hrs min mins sec secs yr yrs million billion trillion c f nm mi sq b t p`,
);
